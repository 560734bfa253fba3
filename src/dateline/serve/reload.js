// Loads the page again when a newer build than its own is announced, and lists what keeps the newest one from being
// shown. Listens only while the page is seen: a browser keeps few connections to one host, and many pages may be open.
(() => {
  const own = document.currentScript;
  let source = null;
  let panel = null;

  const style = `
    :host { all: initial; position: fixed; inset: auto 0 0 0; z-index: 2147483647; }
    section { box-sizing: border-box; max-height: 45vh; overflow: auto; padding: 0.75rem 1rem; border-top: 4px solid #a01c1c;
      background: #fffdfa; color: #1c1b19; font: 1rem/1.45 system-ui, sans-serif; box-shadow: 0 -2px 12px #0004; }
    h2 { display: inline; margin: 0; font-size: 1rem; }
    button { float: right; min-height: 2rem; padding: 0 0.75rem; border: 1px solid; background: none; color: inherit; font: inherit; }
    ol { margin: 0.5rem 0 0; padding-left: 1.75rem; }
    li { margin: 0.25rem 0; overflow-wrap: anywhere; font-family: ui-monospace, monospace; font-size: 0.9rem; }
    @media (prefers-color-scheme: dark) { section { background: #201d1b; color: #f3efe9; border-color: #f08a80; } }
    @media print { :host { display: none; } }`;

  function element(name, properties = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  // The panel stands in a shadow tree: neither the page's styles nor its own reach the other.
  function open() {
    panel = element("div", { id: "dateline-problems" });
    const list = element("ol");
    const title = element("h2", { id: "title" });
    const close = element("button", { type: "button", textContent: "Hide", onclick: () => (panel.hidden = true) });
    const section = element("section", {}, close, title, list);
    section.setAttribute("role", "alert");
    section.setAttribute("aria-labelledby", "title");
    section.tabIndex = 0; // a long list can be scrolled with the keyboard
    panel.attachShadow({ mode: "open" }).append(element("style", { textContent: style }), section);
    document.body.append(panel);
    return { title, list };
  }

  function show(problems) {
    panel?.remove();
    panel = null;
    if (!problems.length) return;
    const { title, list } = open();
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    title.textContent = `${count}: this is the last good state of the page`;
    list.append(...problems.map((line) => element("li", { textContent: line })));
  }

  function hear({ data }) {
    const news = JSON.parse(data);
    if (news.build !== own.dataset.build) location.reload();
    else show(news.problems);
  }

  function listen() {
    if (document.hidden) {
      source?.close();
      source = null;
    } else if (!source) {
      source = new EventSource(new URL("events", own.src));
      source.onmessage = hear;
    }
  }

  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => source?.close());
  listen();
})();
