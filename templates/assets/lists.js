// Lists that are whole on their page are narrowed in place, and tables sorted; the state stands in the address.
// Without this script each value of a filter leads to a page of its own.
(() => {
  const list = document.querySelector("[data-list]");
  const all = (selector) => [...list.querySelectorAll(selector)];
  const says = list.querySelector("[role=status]");
  const said = says.textContent;
  const rows = all("tbody tr:not(.group), ol.records > li");
  const heads = all("th[data-sort]");
  const facets = "whole" in list.dataset ? all("[data-facet]:not([data-fixed])") : [];
  const clear = Object.assign(document.createElement("a"), { href: location.pathname, textContent: "Show all" });
  says.after(" ", clear);

  // The address without this value where it is chosen, with it where it is not.
  function toggled(query, key, value) {
    const next = new URLSearchParams([...query].filter((pair) => pair[0] !== key || pair[1] !== value));
    if (!query.getAll(key).includes(value)) next.append(key, value);
    return "?" + next;
  }

  const fits = (row, query, but) =>
    facets.every((facet) => {
      const key = facet.dataset.facet;
      return facet === but || !query.has(key) || query.getAll(key).includes(row.dataset[key]);
    });

  function narrow(facet, query) {
    const key = facet.dataset.facet;
    const open = rows.filter((row) => fits(row, query, facet));
    const names = [];
    facet.querySelectorAll("a").forEach((link) => {
      const value = link.dataset.value;
      const count = open.filter((row) => row.dataset[key] === value).length;
      const on = query.getAll(key).includes(value);
      link.href = toggled(query, key, value);
      link.parentElement.hidden = !count && !on;
      link.lastElementChild.textContent = count;
      link.ariaCurrent = on ? "true" : null;
      if (on) names.push(link.firstElementChild.textContent);
    });
    facet.querySelector(".chosen").textContent = names.join(", ") || "any";
  }

  function compare(a, b, down) {
    if (!a || !b) return a ? -1 : b ? 1 : 0; // what is not known comes last either way
    return (isNaN(a) || isNaN(b) ? a.localeCompare(b, "en") : a - b) * (down ? -1 : 1);
  }

  // Where no order is asked for, the list's own.
  function sort(by) {
    const down = by[0] === "-";
    const at = heads.findIndex((head) => head.dataset.sort === by.slice(down));
    const key = (row) => row.cells[at].dataset.key ?? row.cells[at].textContent;
    const sorted = at < 0 ? rows : rows.slice().sort((a, b) => compare(key(a), key(b), down));
    rows[0].parentElement.append(...sorted);
    heads.forEach((head) => (head.ariaSort = null));
    if (at < 0) return "";
    heads[at].ariaSort = down ? "descending" : "ascending";
    return ", by “" + heads[at].textContent + "”, " + heads[at].ariaSort;
  }

  function show() {
    const query = new URLSearchParams(location.search);
    rows.forEach((row) => (row.hidden = !fits(row, query)));
    all("tbody").forEach((body) => (body.hidden = !body.querySelector("tr:not(.group, [hidden])")));
    facets.forEach((facet) => narrow(facet, query));
    clear.hidden = !facets.some((facet) => query.has(facet.dataset.facet));
    const order = heads.length && rows.length ? sort(query.get("sort") || "") : "";
    const text = (clear.hidden ? "" : rows.filter((row) => !row.hidden).length + " of ") + said + order;
    if (says.textContent !== text) says.textContent = text;
  }

  function go(address) {
    history.pushState(null, "", address);
    show();
  }

  heads.forEach((head) => {
    const button = document.createElement("button");
    const key = head.dataset.sort;
    const [first, second] = "down" in head.dataset ? ["-" + key, key] : [key, "-" + key];
    button.append(...head.childNodes);
    head.append(button);
    button.onclick = () => {
      const query = new URLSearchParams(location.search);
      query.set("sort", query.get("sort") === first ? second : first);
      go("?" + query);
    };
  });
  list.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (event.ctrlKey || event.metaKey || event.shiftKey || !link) return;
    if (link !== clear && !facets.includes(link.closest("[data-facet]"))) return;
    event.preventDefault();
    go(link.href);
    if (link === clear) list.querySelector("summary").focus();
  });
  addEventListener("click", (event) => {
    all("details[open]").forEach((box) => (box.open = box.contains(event.target)));
  });
  list.addEventListener("keydown", (event) => {
    const box = event.key === "Escape" && event.target.closest("details[open]");
    if (!box) return;
    box.open = false;
    box.firstElementChild.focus();
  });
  addEventListener("popstate", show);
  show();
})();
