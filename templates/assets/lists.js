// Lists that are whole on their page can be narrowed in place, tables be sorted. The state stands in the address.
// Without this script each value of a filter leads to a page of its own; nothing here is needed to read.
(function () {
  "use strict";

  var list = document.querySelector("[data-list]");
  if (!list) return;
  var noun = list.dataset.list;
  var says = list.querySelector("[role=status]");
  var said = says.textContent;
  var rows = Array.from(list.querySelectorAll("tbody tr:not(.group), ol.records > li"));
  var heads = Array.from(list.querySelectorAll(".sortable th[data-sort]"));
  var facets = "whole" in list.dataset ? Array.from(list.querySelectorAll("[data-facet]:not([data-fixed])")) : [];
  var clear = Object.assign(document.createElement("a"), { className: "clear", href: location.pathname, hidden: true });
  clear.textContent = "Show all";
  says.after(" ", clear);

  function asked() {
    return new URLSearchParams(location.search);
  }

  function words(number) {
    return number.toLocaleString("en") + " " + noun + (number === 1 ? "" : "s");
  }

  // An address without this value where it is chosen, with it where it is not.
  function toggled(query, key, value) {
    var values = query.getAll(key);
    var next = new URLSearchParams(query);
    next.delete(key);
    values.filter((other) => other !== value).forEach((other) => next.append(key, other));
    if (!values.includes(value)) next.append(key, value);
    return next.size ? "?" + next : location.pathname;
  }

  function fits(row, query, but) {
    return facets.every(function (facet) {
      var values = query.getAll(facet.dataset.facet);
      return facet === but || !values.length || values.includes(row.dataset[facet.dataset.facet]);
    });
  }

  function narrow(query) {
    rows.forEach((row) => (row.hidden = !fits(row, query)));
    list.querySelectorAll("tbody").forEach((body) => (body.hidden = !body.querySelector("tr:not(.group):not([hidden])")));
    facets.forEach(function (facet) {
      var key = facet.dataset.facet;
      var chosen = query.getAll(key);
      var open = rows.filter((row) => fits(row, query, facet));
      var names = [];
      facet.querySelectorAll("a").forEach(function (link) {
        var value = link.dataset.value;
        var count = open.filter((row) => row.dataset[key] === value).length;
        var on = chosen.includes(value);
        link.href = toggled(query, key, value);
        link.parentElement.hidden = !count && !on;
        link.lastElementChild.textContent = count.toLocaleString("en");
        if (on) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
        if (on) names.push(link.firstElementChild.textContent);
      });
      facet.querySelector(".chosen").textContent = names.join(", ") || "any";
    });
  }

  function compare(a, b, down) {
    if (!a || !b) return a ? -1 : b ? 1 : 0; // what is not known comes last either way
    return (isNaN(a) || isNaN(b) ? a.localeCompare(b, "en") : a - b) * (down ? -1 : 1);
  }

  function sort(query) {
    var by = query.get("sort") || "";
    var at = heads.findIndex((head) => head.dataset.sort === by.replace("-", ""));
    heads.forEach(function (head, number) {
      if (number === at) head.setAttribute("aria-sort", by[0] === "-" ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    if (!heads.length) return;
    var key = function (row) {
      var cell = row.cells[at];
      return "key" in cell.dataset ? cell.dataset.key : cell.textContent;
    };
    var sorted = at < 0 ? rows : rows.slice().sort((a, b) => compare(key(a), key(b), by[0] === "-"));
    rows[0].parentElement.append(...sorted);
  }

  function show(quiet) {
    var query = asked();
    if (facets.length) narrow(query);
    sort(query);
    var shown = rows.filter((row) => !row.hidden).length;
    clear.hidden = shown === rows.length && !facets.some((facet) => query.has(facet.dataset.facet));
    var by = heads.find((head) => head.hasAttribute("aria-sort"));
    var order = by ? ", by " + by.textContent.toLowerCase() + ", " + by.getAttribute("aria-sort") : "";
    var text = (shown === rows.length ? said : words(shown) + " of " + rows.length.toLocaleString("en")) + order;
    if (!quiet || text !== said) says.textContent = text;
  }

  function go(event) {
    var link = event.target.closest("[data-facet] a, a.clear");
    var plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!link || !plain || (link !== clear && !facets.includes(link.closest("[data-facet]")))) return;
    event.preventDefault();
    history.pushState(null, "", link.href);
    show();
    if (link === clear) list.querySelector("summary").focus();
  }

  heads.forEach(function (head) {
    var button = document.createElement("button");
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", function () {
      var query = asked();
      var key = head.dataset.sort;
      var first = key === "date" || key === "killed" ? ["-" + key, key] : [key, "-" + key];
      query.set("sort", query.get("sort") === first[0] ? first[1] : first[0]);
      history.pushState(null, "", "?" + query);
      show();
    });
  });
  list.addEventListener("click", go);
  document.addEventListener("click", function (event) {
    list.querySelectorAll("details[open]").forEach((box) => (box.open = box.contains(event.target)));
  });
  list.addEventListener("keydown", function (event) {
    var box = event.key === "Escape" && event.target.closest("details[open]");
    if (!box) return;
    box.open = false;
    box.firstElementChild.focus();
  });
  addEventListener("popstate", () => show());
  show(true);
})();
