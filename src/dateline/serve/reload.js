// Loads the page again when a newer build than its own is announced. Listens only while the page is seen:
// a browser keeps few connections to one host, and many pages may be open.
(() => {
  const own = document.currentScript;
  let source = null;

  function listen() {
    if (document.hidden) {
      source?.close();
      source = null;
    } else if (!source) {
      source = new EventSource(new URL("events", own.src));
      source.onmessage = ({ data }) => data !== own.dataset.build && location.reload();
    }
  }

  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => source?.close());
  listen();
})();
