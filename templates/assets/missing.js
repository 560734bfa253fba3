// Addresses of records have no capital letters: one that was typed with some leads to the page that has none.
(function () {
  "use strict";
  var root = new URL("..", document.currentScript.src).pathname;
  var path = location.pathname;
  var plain = root + path.slice(root.length).toLowerCase();
  if (path.indexOf(root) === 0 && plain !== path) location.replace(plain + location.search + location.hash);
})();
