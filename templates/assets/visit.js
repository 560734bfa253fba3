// "Since your last visit": which of the listed briefings are new or changed. What was seen stays in this browser.
(function () {
  "use strict";

  var section = document.getElementById("since");
  var items = Array.from(section.querySelectorAll("li"));
  var key = "dateline-seen:" + new URL(".", location).pathname;
  var before;
  try {
    var now = { day: Date.now(), seen: {} };
    items.forEach((item) => (now.seen[item.dataset.id] = item.dataset.changed));
    // Within one visit the comparison stays, however often the page is opened.
    if (sessionStorage.getItem(key) === null) sessionStorage.setItem(key, localStorage.getItem(key) || "");
    localStorage.setItem(key, JSON.stringify(now));
    before = JSON.parse(sessionStorage.getItem(key) || "null");
  } catch (error) {
    return; // storage is closed to pages: there is nothing to compare with
  }
  if (!before || !before.seen) return;
  var left = items.filter(function (item) {
    var seen = before.seen[item.dataset.id];
    item.hidden = seen === item.dataset.changed;
    if (seen !== undefined) item.querySelector(".new").textContent = "changed";
    return !item.hidden;
  });
  left.slice(7).forEach((item) => (item.hidden = true));
  section.querySelector(".day").textContent = new Date(before.day).toLocaleDateString("en-GB", { dateStyle: "long" });
  section.querySelector(".says").textContent = left.length ? left.length + " new or changed" : "Nothing new";
  section.hidden = false;
})();
