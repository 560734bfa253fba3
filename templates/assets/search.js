// The search page: words and facets in, records out. The index is Pagefind's; the state stands in the address.
(() => {
  // The values of large facets are many: they are loaded when the facet is opened.
  const FACETS = [
    { key: "kind", label: "Kind", open: true },
    { key: "type", label: "What happened", open: true },
    { key: "status", label: "Who did it", open: true },
    { key: "year", label: "Year" },
    { key: "review", label: "Review" },
    { key: "place", label: "Place", large: true },
    { key: "actor", label: "Actor", large: true }
  ];
  const VALUES = 12; // values that a facet shows before "more"
  const PAGE = 10; // results that are shown at a time
  const EVERY = "everyrecord"; // a word that each page has unseen: a search for nothing would load the whole index

  const [input, says, facets, results, more] = ["words", "says", "facets", "results", "more"].map((part) =>
    document.getElementById("search-" + part)
  );
  const lists = says.innerHTML.replace(/.*(?=use the lists)/s, "");
  const wide = matchMedia("(min-width: 48em)"); // beside the results; above them facets stay closed
  const asked = new URLSearchParams(location.search);
  const chosen = Object.fromEntries(FACETS.map(({ key }) => [key, asked.getAll(key)]));
  const opened = {}; // facets that the reader opened, or asked more values of
  let words = asked.get("q") || "";
  let turn = 0; // the latest search; answers of older ones are dropped
  let engine;

  const choices = () => FACETS.filter(({ key }) => chosen[key].length);

  function make(name, values, ...inside) {
    const element = Object.assign(document.createElement(name), values);
    element.append(...inside);
    return element;
  }

  function write() {
    const query = new URLSearchParams(words && { q: words });
    FACETS.forEach(({ key }) => chosen[key].forEach((value) => query.append(key, value)));
    history.replaceState(null, "", location.pathname + (query.size ? "?" + query : ""));
  }

  function cannot(reason) {
    says.innerHTML = reason + " Instead, " + lists;
    input.form.hidden = true;
  }

  async function search() {
    const mine = ++turn;
    write();
    const filters = Object.fromEntries(choices().map(({ key }) => [key, { any: chosen[key] }]));
    if (words || choices().length) {
      const found = (await engine.search(words || EVERY, { filters })).results;
      if (mine !== turn) return;
      if (!words) found.sort(byNumber);
      results.replaceChildren();
      says.textContent = count(found.length);
      await show(found, 0, mine);
    } else {
      results.replaceChildren();
      more.hidden = true;
      says.textContent = "Type a word, or choose below.";
    }
    // Counts come after the first results: they take as much to load again.
    const wanted = Object.fromEntries(
      FACETS.filter(({ key, large }) => !large || opened[key] || chosen[key].length).map(({ key }) => [key, ""])
    );
    await engine.preload(words || EVERY, { filters: wanted });
    const counted = await engine.search(words || EVERY, { filters });
    if (mine === turn) drawFacets(counted.filters, counted.totalFilters);
  }

  // Without words there is no best match. Pages are numbered by their address, that is by day; names go from A to Z.
  function byNumber(a, b) {
    const names = chosen.kind.length && chosen.kind.every((kind) => kind === "Actor" || kind === "Place");
    return (a.id.split("/")[1] - b.id.split("/")[1]) * (names ? 1 : -1);
  }

  function count(number) {
    const about = words ? " for “" + words + "”" : "";
    if (!number) return `No results${about}. Try fewer or other words, or take a choice back.`;
    return `${number.toLocaleString("en")} result${number === 1 ? "" : "s"}${about}.`;
  }

  async function show(all, from, mine) {
    for (const page of all.slice(from, from + PAGE).map((result) => result.data())) {
      const data = await page;
      if (mine !== turn) return;
      results.append(row(data));
    }
    more.hidden = from + PAGE >= all.length;
    more.onclick = async () => {
      await show(all, from + PAGE, mine);
      results.querySelectorAll(".title a")[from + PAGE].focus();
    };
  }

  function row({ meta, raw_url: raw, url, excerpt }) {
    const href = "." + (raw || url);
    const marks = make("p", { className: "marks" }, make("span", { className: "kicker" }, meta.kind || "Page"));
    if (meta.date) marks.append(make("span", {}, meta.date));
    const title = make("p", { className: "title" }, make("a", { href }, make("bdi", {}, meta.title || href)));
    return make("li", {}, marks, title, make("p", { className: "summary" }, ...(words ? marked(excerpt) : [meta.sentence || ""])));
  }

  // Only words and marks of an excerpt are taken over.
  function marked(excerpt) {
    const parts = new DOMParser().parseFromString(excerpt.replace(EVERY, ""), "text/html").body.childNodes;
    return Array.from(parts, (part) => (part.nodeName === "MARK" ? make("mark", {}, part.textContent) : part.textContent));
  }

  function drawFacets(left, all) {
    facets.hidden = false;
    facets.replaceChildren(...FACETS.flatMap((facet) => drawFacet(facet, left[facet.key] || {}, all[facet.key] || {})));
  }

  // In a facet with a choice the other values would all count 0; there the counts are those without choices.
  function drawFacet({ key, label, large, ...facet }, left, all) {
    const on = chosen[key];
    const counts = on.length && Object.keys(all).length ? all : left;
    const values = [...new Set([...on, ...Object.keys(counts).filter((value) => counts[value])])];
    if (!values.length && !large) return [];
    values.sort(
      (a, b) =>
        on.includes(b) - on.includes(a) ||
        (key === "year" && (a < b ? 1 : -1)) ||
        (counts[b] || 0) - (counts[a] || 0) ||
        (a < b ? -1 : 1)
    );
    const open = opened[key] ?? ((facet.open && wide.matches) || on.length > 0);
    const shown = opened[key + "*"] ? values : values.slice(0, Math.max(VALUES, on.length));
    const box = make("details", { open }, make("summary", { id: "facet-" + key }, label));
    box.ontoggle = async () => {
      const asks = box.open && large && !opened[key] && !on.length;
      opened[key] = box.open;
      if (!asks) return;
      await search();
      document.getElementById("facet-" + key).focus();
    };
    box.append(...shown.map((value) => choice(key, value, counts[value] || 0)));
    if (shown.length < values.length) box.append(rest(key, values.length - shown.length));
    return [box];
  }

  function choice(key, value, number) {
    const tick = make("input", { type: "checkbox", name: key, value, checked: chosen[key].includes(value) });
    tick.onchange = async () => {
      chosen[key] = chosen[key].filter((other) => other !== value);
      if (tick.checked) chosen[key].push(value);
      await search();
      facets.querySelector(`[name="${key}"][value="${CSS.escape(value)}"]`)?.focus();
    };
    return make("label", {}, tick, make("bdi", {}, value), make("span", { className: "count" }, number.toLocaleString("en")));
  }

  function rest(key, number) {
    const button = make("button", { type: "button", className: "quiet" }, number.toLocaleString("en") + " more");
    button.onclick = () => {
      opened[key + "*"] = true;
      search();
    };
    return button;
  }

  // Arrows move from the box through the results; Escape leads back to the box.
  function keys(event) {
    const links = [...results.querySelectorAll(".title a")];
    const at = links.indexOf(document.activeElement);
    if (at < 0 && document.activeElement !== input) return;
    const found = at >= 0;
    const next = { ArrowDown: links[at + 1], ArrowUp: found && (links[at - 1] || input), Escape: found && input }[event.key];
    if (!next) return;
    next.focus();
    event.preventDefault();
    event.stopPropagation();
  }

  async function start() {
    if (location.protocol === "file:") return cannot("Search does not work in pages opened from a folder; it needs a web server.");
    try {
      engine = await import(new URL("pagefind/pagefind.js", location.href).href);
      await engine.options({ excerptLength: 32, noWorker: true }); // a worker would be a second copy of the engine
      await engine.init();
    } catch {
      return cannot("The search index could not be loaded.");
    }
    let timer;
    const ask = (wait) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        words = input.value.trim();
        search();
      }, wait);
    };
    input.oninput = () => ask(150);
    input.form.onsubmit = (event) => {
      event.preventDefault();
      ask(0);
    };
    addEventListener("keydown", keys, true);
    await search();
  }

  input.value = words;
  input.focus();
  start();
})();
