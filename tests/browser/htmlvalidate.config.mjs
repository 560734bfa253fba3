// The HTML standard's rules, on whole pages as published.
export default {
  root: true,
  extends: ["html-validate:standard"],
  rules: {
    "valid-autocomplete": "off", // the theme keeps its hidden switches (drawer, search) from being remembered so
  },
};
