// Addresses have no capital letters: one typed with some leads to the page without.
(() => {
  const root = new URL("..", document.currentScript.src).pathname;
  const { pathname, search, hash } = location;
  const plain = root + pathname.slice(root.length).toLowerCase();
  if (pathname.startsWith(root) && plain !== pathname) location.replace(plain + search + hash);
})();
