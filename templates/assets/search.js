// The search page: words and facets in, records out. The index is Pagefind's; the state stands in the address.
(function () {
  "use strict";

  // The values of large facets are many: they are loaded when the facet is opened.
  var FACETS = [
    { key: "kind", label: "Kind", open: true },
    { key: "type", label: "What happened", open: true },
    { key: "status", label: "Who did it", open: true },
    { key: "year", label: "Year" },
    { key: "review", label: "Review" },
    { key: "place", label: "Place", large: true },
    { key: "actor", label: "Actor", large: true }
  ];
  var VALUES = 12; // values that a facet shows before "more"
  var PAGE = 10; // results that are shown at a time
  var EVERY = "everyrecord"; // a word that each page has unseen: a search for nothing would load the whole index

  var input = document.getElementById("search-words");
  var says = document.getElementById("search-says");
  var facets = document.getElementById("search-facets");
  var results = document.getElementById("search-results");
  var more = document.getElementById("search-more");
  var lists = says.innerHTML.slice(says.innerHTML.indexOf("use the lists"));
  var state = read();
  var wide = matchMedia("(min-width: 48em)"); // beside the results; above them facets stay closed
  var opened = {}; // facets that the reader opened, or asked more values of
  var turn = 0; // the latest search; answers of older ones are dropped
  var engine = null;

  function read() {
    var query = new URLSearchParams(location.search);
    var chosen = {};
    FACETS.forEach(function (facet) {
      chosen[facet.key] = query.getAll(facet.key);
    });
    return { words: query.get("q") || "", chosen: chosen };
  }

  function write() {
    var query = new URLSearchParams();
    if (state.words) query.set("q", state.words);
    FACETS.forEach(function (facet) {
      state.chosen[facet.key].forEach(function (value) {
        query.append(facet.key, value);
      });
    });
    var text = query.toString();
    history.replaceState(null, "", location.pathname + (text ? "?" + text : ""));
  }

  function make(name, attributes, children) {
    var element = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) {
      if (attributes[key] !== undefined && attributes[key] !== false) element.setAttribute(key, attributes[key]);
    });
    (children || []).forEach(function (child) {
      element.append(child);
    });
    return element;
  }

  function cannot(reason) {
    says.innerHTML = reason + " Instead, " + lists;
    document.querySelector("#search form").hidden = true;
  }

  function hasChoice() {
    return FACETS.some((facet) => state.chosen[facet.key].length);
  }

  function filters() {
    var asked = {};
    FACETS.forEach(function (facet) {
      if (state.chosen[facet.key].length) asked[facet.key] = { any: state.chosen[facet.key] };
    });
    return asked;
  }

  async function search() {
    var mine = ++turn;
    write();
    var words = state.words || EVERY;
    var options = { filters: filters() };
    if (state.words || hasChoice()) {
      var found = await engine.search(words, options);
      if (mine !== turn) return;
      if (!state.words) found.results.sort(byNumber);
      results.replaceChildren();
      says.textContent = count(found.results.length);
      await show(found.results, 0, mine);
    } else {
      results.replaceChildren();
      more.hidden = true;
      says.textContent = "Type a word, or choose below.";
    }
    // Counts come after the first results: they take as much to load again.
    await engine.preload(words, { filters: Object.fromEntries(FACETS.filter(isWanted).map((facet) => [facet.key, ""])) });
    var counted = await engine.search(words, options);
    if (mine === turn) drawFacets(counted.filters, counted.totalFilters);
  }

  function isWanted(facet) {
    return !facet.large || opened[facet.key] || state.chosen[facet.key].length;
  }

  // Without words there is no best match. Pages are numbered by their address, that is by day; names go from A to Z.
  function byNumber(a, b) {
    var names = state.chosen.kind.length && state.chosen.kind.every((kind) => kind === "Actor" || kind === "Place");
    return (a.id.split("/")[1] - b.id.split("/")[1]) * (names ? 1 : -1);
  }

  function count(number) {
    var words = state.words ? " for “" + state.words + "”" : "";
    if (!number) return "No results" + words + ". Try fewer or other words, or take a choice back.";
    return number.toLocaleString("en") + (number === 1 ? " result" : " results") + words + ".";
  }

  async function show(all, from, mine) {
    var part = all.slice(from, from + PAGE).map((result) => result.data());
    for (var page of part) {
      page = await page;
      if (mine !== turn) return;
      results.append(row(page));
    }
    more.hidden = from + PAGE >= all.length;
    more.onclick = async function () {
      await show(all, from + PAGE, mine);
      results.querySelectorAll(".title a")[from + PAGE].focus();
    };
  }

  function row(page) {
    var meta = page.meta;
    var address = "." + (page.raw_url || page.url);
    var marks = make("p", { class: "marks" }, [make("span", { class: "kicker" }, [meta.kind || "Page"])]);
    if (meta.date) marks.append(make("span", {}, [meta.date]));
    var title = make("p", { class: "title" }, [make("a", { href: address }, [make("bdi", {}, [meta.title || address])])]);
    var line = make("p", { class: "summary" });
    if (state.words) line.append(marked(page.excerpt));
    else line.textContent = meta.sentence || "";
    return make("li", {}, [marks, title, line]);
  }

  // Only words and marks of an excerpt are taken over.
  function marked(excerpt) {
    var fragment = document.createDocumentFragment();
    new DOMParser().parseFromString(excerpt.replace(EVERY, ""), "text/html").body.childNodes.forEach(function (node) {
      fragment.append(node.nodeName === "MARK" ? make("mark", {}, [node.textContent]) : node.textContent);
    });
    return fragment;
  }

  function drawFacets(left, all) {
    facets.hidden = false;
    facets.replaceChildren.apply(
      facets,
      FACETS.map((facet) => drawFacet(facet, left[facet.key] || {}, all[facet.key] || {})).filter(Boolean)
    );
  }

  // In a facet with a choice the other values would all count 0; there the counts are those without choices.
  function drawFacet(facet, left, all) {
    var chosen = state.chosen[facet.key];
    var counts = chosen.length && Object.keys(all).length ? all : left;
    var values = Object.keys(counts).filter((value) => counts[value] || chosen.includes(value));
    chosen.forEach(function (value) {
      if (!values.includes(value)) values.push(value);
    });
    if (!values.length && !facet.large) return null;
    values.sort(function (a, b) {
      var first = chosen.includes(b) - chosen.includes(a) || (facet.key === "year" ? (a < b) - (a > b) : 0);
      return first || (counts[b] || 0) - (counts[a] || 0) || (a < b ? -1 : 1);
    });
    var open = facet.key in opened ? opened[facet.key] : (facet.open && wide.matches) || chosen.length > 0;
    var shown = opened[facet.key + "*"] ? values : values.slice(0, Math.max(VALUES, chosen.length));
    var box = make("details", { open: open ? "" : false, "data-key": facet.key }, [make("summary", {}, [facet.label])]);
    box.addEventListener("toggle", async function () {
      var asks = box.open && facet.large && !opened[facet.key] && !chosen.length;
      opened[facet.key] = box.open;
      if (!asks) return;
      await search();
      facets.querySelector('[data-key="' + facet.key + '"] summary').focus();
    });
    shown.forEach(function (value) {
      box.append(choice(facet.key, value, counts[value] || 0));
    });
    if (shown.length < values.length) box.append(rest(facet, values.length - shown.length));
    return box;
  }

  function choice(key, value, number) {
    var tick = make("input", { type: "checkbox", name: key, value: value });
    tick.checked = state.chosen[key].includes(value);
    tick.addEventListener("change", async function () {
      state.chosen[key] = state.chosen[key].filter((other) => other !== value);
      if (tick.checked) state.chosen[key].push(value);
      await search();
      var again = facets.querySelector('input[name="' + key + '"][value="' + CSS.escape(value) + '"]');
      if (again) again.focus();
    });
    var words = make("bdi", {}, [value]);
    return make("label", {}, [tick, words, make("span", { class: "count" }, [number.toLocaleString("en")])]);
  }

  function rest(facet, number) {
    var button = make("button", { type: "button", class: "quiet" }, [number.toLocaleString("en") + " more"]);
    button.addEventListener("click", function () {
      opened[facet.key + "*"] = true;
      search();
    });
    return button;
  }

  // Arrows move from the box through the results; Escape leads back to the box.
  function keys(event) {
    var links = Array.from(results.querySelectorAll(".title a"));
    var at = links.indexOf(document.activeElement);
    if (event.key === "ArrowDown" && (at >= 0 || document.activeElement === input) && links[at + 1]) links[at + 1].focus();
    else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] || input).focus();
    else if (event.key === "Escape" && at >= 0) input.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  async function start() {
    if (location.protocol === "file:") return cannot("Search does not work in pages opened from a folder; it needs a web server.");
    try {
      engine = await import(new URL("pagefind/pagefind.js", location.href).href);
      await engine.options({ excerptLength: 32, noWorker: true }); // a worker would be a second copy of the engine
      await engine.init();
    } catch (error) {
      return cannot("The search index could not be loaded.");
    }
    var timer = 0;
    input.addEventListener("input", function () {
      clearTimeout(timer);
      timer = setTimeout(function () {
        state.words = input.value.trim();
        search();
      }, 150);
    });
    input.form.addEventListener("submit", function (event) {
      event.preventDefault();
      clearTimeout(timer);
      state.words = input.value.trim();
      search();
    });
    document.addEventListener("keydown", keys, true);
    await search();
  }

  input.value = state.words;
  input.focus();
  start();
})();
