// The search page: words and facets in, records out. The index is Pagefind's; the state stands in the address.
(() => {
  const VALUES = 12; // values that a facet shows before "more"
  const PAGE = 10; // results that are shown at a time
  const PROMPT = "Type a word, or choose below.";
  const EVERY = "everyrecord"; // a word that each page has unseen: a search for nothing would load the whole index

  const [input, says, facets, results, more] = ["words", "says", "facets", "results", "more"].map((part) =>
    document.getElementById("search-" + part)
  );
  const boxes = Object.fromEntries([...facets.children].map((box) => [box.dataset.facet, box]));
  const FACETS = Object.keys(boxes);
  const wide = matchMedia("(min-width: 48em)"); // beside the results; above them facets stay closed
  const asked = new URLSearchParams(location.search);
  const chosen = Object.fromEntries(FACETS.map((key) => [key, asked.getAll(key)]));
  const whole = new Set(); // facets that the reader asked more values of
  let words = asked.get("q") || "";
  let turn = 0; // the latest search; answers of older ones are dropped
  let engine;

  const choices = () => FACETS.filter((key) => chosen[key].length);
  // The values of large facets are many: they are loaded when the facet is opened.
  const isLoaded = (key) => !("large" in boxes[key].dataset) || boxes[key].open || chosen[key].length > 0;

  function make(name, values, ...inside) {
    const element = Object.assign(document.createElement(name), values);
    element.append(...inside);
    return element;
  }

  function write() {
    const query = new URLSearchParams(words && { q: words });
    FACETS.forEach((key) => chosen[key].forEach((value) => query.append(key, value)));
    history.replaceState(null, "", location.pathname + (query.size ? "?" + query : ""));
  }

  function cannot(reason) {
    says.textContent = reason;
    document.getElementById("search-without").classList.add("needed");
    input.form.hidden = facets.hidden = true;
  }

  async function search() {
    const mine = ++turn;
    write();
    const filters = Object.fromEntries(choices().map((key) => [key, { any: chosen[key] }]));
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
      says.textContent = PROMPT;
    }
    // Counts come after the first results: they take as much to load again.
    const wanted = Object.fromEntries(FACETS.filter(isLoaded).map((key) => [key, ""]));
    await engine.preload(words || EVERY, { filters: wanted });
    const counted = await engine.search(words || EVERY, { filters });
    if (mine !== turn) return;
    FACETS.forEach((key) => drawFacet(key, counted.filters[key] || {}, counted.totalFilters[key] || {}));
    facets.classList.add("drawn");
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

  // Only words and marks of an excerpt are taken over; one that ends within a sentence says so.
  function marked(excerpt) {
    const { body } = new DOMParser().parseFromString(excerpt.replace(EVERY, ""), "text/html");
    const parts = Array.from(body.childNodes, (part) =>
      part.nodeName === "MARK" ? make("mark", {}, part.textContent) : part.textContent
    );
    return /[.!?…]\W*$/.test(body.textContent) ? parts : [...parts, " …"];
  }

  // In a facet with a choice the other values would all count 0; there the counts are those without choices.
  function drawFacet(key, left, all) {
    const box = boxes[key];
    const on = chosen[key];
    const counts = on.length && Object.keys(all).length ? all : left;
    const values = [...new Set([...on, ...Object.keys(counts).filter((value) => counts[value])])];
    values.sort(
      (a, b) =>
        on.includes(b) - on.includes(a) ||
        (key === "year" && (a < b ? 1 : -1)) ||
        (counts[b] || 0) - (counts[a] || 0) ||
        (a < b ? -1 : 1)
    );
    const shown = whole.has(key) ? values : values.slice(0, Math.max(VALUES, on.length));
    box.classList.toggle("empty", isLoaded(key) && !values.length);
    box.replaceChildren(box.firstElementChild, ...shown.map((value) => choice(key, value, counts[value] || 0)));
    if (shown.length < values.length) box.append(rest(key, values.length - shown.length));
    box.ontoggle = () => box.childElementCount > 1 || search();
    say(key);
  }

  // A closed facet tells what is chosen in it.
  function say(key) {
    boxes[key].querySelector(".chosen").textContent = chosen[key].join(", ");
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
      whole.add(key);
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
    if (!words && !choices().length) says.textContent = PROMPT;
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

  for (const key of FACETS) {
    const box = boxes[key];
    box.open = wide.matches && ("open" in box.dataset || chosen[key].length > 0);
    say(key);
  }
  input.value = words;
  input.focus();
  start();
})();
