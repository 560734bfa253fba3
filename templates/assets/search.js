// The search page: words and facets in, records out. The index is Pagefind's; the state stands in the address.
(() => {
  const VALUES = 12; // values shown before "more"
  const PAGE = 10; // results shown at a time
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
  const plain = (number) => number.toLocaleString("en");
  const tell = (key) => (boxes[key].querySelector(".chosen").textContent = chosen[key].join(", "));

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
    if (words || choices().length) {
      const found = (await ask()).results;
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
    await recount(mine);
  }

  const ask = () =>
    engine.search(words || EVERY, { filters: Object.fromEntries(choices().map((key) => [key, { any: chosen[key] }])) });

  // Counts come after the first results, of open facets alone: each takes as much to load as a search.
  async function recount(mine) {
    const wanted = FACETS.filter((key) => boxes[key].open || chosen[key].length);
    let counts = { filters: {}, totalFilters: {} };
    if (wanted.length) {
      await engine.preload(words || EVERY, { filters: Object.fromEntries(wanted.map((key) => [key, ""])) });
      counts = await ask();
    }
    if (mine !== turn) return;
    FACETS.forEach((key) => drawFacet(key, counts.filters[key] || {}, counts.totalFilters[key] || {}));
    facets.classList.add("drawn");
  }

  // Without words nothing matches best. Pages are numbered by address, that is by day: newest first, names from A to Z.
  function byNumber(a, b) {
    const names = chosen.kind.length && chosen.kind.every((kind) => kind === "Actor" || kind === "Place");
    return (a.id.split("/")[1] - b.id.split("/")[1]) * (names ? 1 : -1);
  }

  function count(number) {
    const about = words ? " for “" + words + "”" : "";
    if (!number) return `No results${about}. Try fewer or other words, or take a choice back.`;
    return `${plain(number)} result${number === 1 ? "" : "s"}${about}.`;
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
    const marks = make("p", { className: "marks" }, make("span", { className: "kicker" }, meta.kind));
    if (meta.date) marks.append(make("span", {}, meta.date));
    const title = make("p", { className: "title" }, make("a", { href: "." + (raw || url) }, make("bdi", {}, meta.title)));
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

  // In a facet with a choice all others would count 0: its counts leave choices out.
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
    box.classList.toggle("empty", box.open && !values.length);
    box.replaceChildren(box.firstElementChild, ...shown.map((value) => choice(key, value, counts[value] || 0)));
    if (shown.length < values.length) box.append(rest(key, values.length - shown.length));
    tell(key);
  }

  function choice(key, value, number) {
    const tick = make("input", { type: "checkbox", name: key, value, checked: chosen[key].includes(value) });
    tick.onchange = async () => {
      chosen[key] = chosen[key].filter((other) => other !== value);
      if (tick.checked) chosen[key].push(value);
      await search();
      facets.querySelector(`[name="${key}"][value="${CSS.escape(value)}"]`)?.focus();
    };
    return make("label", {}, tick, make("bdi", {}, value), make("span", { className: "count" }, plain(number)));
  }

  function rest(key, number) {
    const button = make("button", { type: "button", className: "quiet" }, plain(number) + " more");
    button.onclick = () => {
      whole.add(key);
      recount(turn);
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

  // The list of pages comes as their lengths alone; here each gets its name again (dateline.search.short).
  async function named({ body }) {
    const unpacked = new Response(body.pipeThrough(new DecompressionStream("gzip")));
    const bytes = new Uint8Array(await unpacked.arrayBuffer());
    const head = bytes.indexOf(10) + 1;
    const [folder, size, count] = String.fromCharCode(...bytes.subarray(0, head)).split(" ");
    const first = head + +size;
    const rows = [];
    for (let page = 0; page < count; page++) {
      const name = new TextEncoder().encode(`${folder}/${page}`);
      rows.push(0x82, 0x60 + name.length, ...name, bytes[first + page]);
    }
    return new Response(new Blob([bytes.subarray(head, first), Uint8Array.from(rows), bytes.subarray(first + +count)]));
  }

  const load = window.fetch;
  window.fetch = async (address, ...settings) =>
    window.DecompressionStream && /\.pf_meta/.test(address)
      ? named(await load(address.replace("pf_meta", "pf_short")))
      : load(address, ...settings);

  async function start() {
    if (location.protocol === "file:") return cannot("Search does not work in a folder; it needs a web server.");
    try {
      const made = await import(new URL("pagefind/pagefind.js", location));
      await made.options({ excerptLength: 32, noWorker: true }); // a worker would be a second copy of the engine
      await made.init();
      engine = made;
    } catch {
      return cannot("The search index could not be loaded.");
    }
    let timer;
    const later = (wait) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        words = input.value.trim();
        search();
      }, wait);
    };
    input.oninput = () => later(150);
    input.form.onsubmit = (event) => {
      event.preventDefault();
      later(0);
    };
    addEventListener("keydown", keys, true);
    await search();
  }

  for (const key of FACETS) {
    const box = boxes[key];
    box.open = wide.matches && ("open" in box.dataset || chosen[key].length > 0);
    box.ontoggle = () => engine && box.open && recount(turn);
    tell(key);
  }
  input.value = words;
  input.focus();
  start();
})();
