// Lists that are whole on their page are narrowed in place, and tables sorted; the state stands in the address.
// Without this script each value of a filter leads to a page of its own.
(function () {
  "use strict";

  var list = document.querySelector("[data-list]");
  var says = list.querySelector("[role=status]");
  var said = says.textContent;
  var rows = Array.from(list.querySelectorAll("tbody tr:not(.group), ol.records > li"));
  var heads = Array.from(list.querySelectorAll("th[data-sort]"));
  var facets = "whole" in list.dataset ? Array.from(list.querySelectorAll("[data-facet]:not([data-fixed])")) : [];
  var clear = document.createElement("a");
  clear.href = location.pathname;
  clear.textContent = "Show all";
  says.after(" ", clear);

  // The address without this value where it is chosen, with it where it is not.
  function toggled(query, key, value) {
    var next = new URLSearchParams(Array.from(query).filter((pair) => pair[0] !== key || pair[1] !== value));
    if (!query.getAll(key).includes(value)) next.append(key, value);
    return "?" + next;
  }

  function fits(row, query, but) {
    return facets.every(function (facet) {
      var values = query.getAll(facet.dataset.facet);
      return facet === but || !values.length || values.includes(row.dataset[facet.dataset.facet]);
    });
  }

  function narrow(facet, query) {
    var key = facet.dataset.facet;
    var open = rows.filter((row) => fits(row, query, facet));
    var names = [];
    facet.querySelectorAll("a").forEach(function (link) {
      var value = link.dataset.value;
      var count = open.filter((row) => row.dataset[key] === value).length;
      var on = query.getAll(key).includes(value);
      link.href = toggled(query, key, value);
      link.parentElement.hidden = !count && !on;
      link.lastElementChild.textContent = count;
      if (on) names.push(link.firstElementChild.textContent);
      if (on) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
    facet.querySelector(".chosen").textContent = names.join(", ") || "any";
  }

  function compare(a, b, down) {
    if (!a || !b) return a ? -1 : b ? 1 : 0; // what is not known comes last either way
    return (isNaN(a) || isNaN(b) ? a.localeCompare(b, "en") : a - b) * (down ? -1 : 1);
  }

  // Where no order is asked for, the list's own.
  function sort(by) {
    var down = by[0] === "-";
    var at = heads.findIndex((head) => head.dataset.sort === by.slice(down));
    var key = (row) => row.cells[at].dataset.key ?? row.cells[at].textContent;
    var sorted = at < 0 ? rows : rows.slice().sort((a, b) => compare(key(a), key(b), down));
    rows[0].parentElement.append(...sorted);
    heads.forEach((head) => head.removeAttribute("aria-sort"));
    if (at < 0) return "";
    heads[at].setAttribute("aria-sort", down ? "descending" : "ascending");
    return ", by “" + heads[at].textContent + "”, " + heads[at].getAttribute("aria-sort");
  }

  function show() {
    var query = new URLSearchParams(location.search);
    rows.forEach((row) => (row.hidden = !fits(row, query)));
    list.querySelectorAll("tbody").forEach((body) => (body.hidden = !body.querySelector("tr:not(.group, [hidden])")));
    facets.forEach((facet) => narrow(facet, query));
    var shown = rows.filter((row) => !row.hidden).length;
    clear.hidden = !facets.some((facet) => query.has(facet.dataset.facet));
    var order = heads.length && rows.length ? sort(query.get("sort") || "") : "";
    var text = (clear.hidden ? said : shown + " of " + said) + order;
    if (says.textContent !== text) says.textContent = text;
  }

  function go(address) {
    history.pushState(null, "", address);
    show();
  }

  heads.forEach(function (head) {
    var button = document.createElement("button");
    var key = head.dataset.sort;
    var first = "down" in head.dataset ? ["-" + key, key] : [key, "-" + key];
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", function () {
      var query = new URLSearchParams(location.search);
      query.set("sort", query.get("sort") === first[0] ? first[1] : first[0]);
      go("?" + query);
    });
  });
  list.addEventListener("click", function (event) {
    var link = event.target.closest("a");
    if (event.ctrlKey || event.metaKey || event.shiftKey || !link) return;
    if (link !== clear && !facets.includes(link.closest("[data-facet]"))) return;
    event.preventDefault();
    go(link.href);
    if (link === clear) list.querySelector("summary").focus();
  });
  document.addEventListener("click", function (event) {
    list.querySelectorAll("details[open]").forEach((box) => (box.open = box.contains(event.target)));
  });
  list.addEventListener("keydown", function (event) {
    var box = event.key === "Escape" && event.target.closest("details[open]");
    if (!box) return;
    box.open = false;
    box.firstElementChild.focus();
  });
  addEventListener("popstate", show);
  show();
})();
