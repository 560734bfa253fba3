// Wide maps come nearer by buttons, + - 0, Ctrl with the wheel, or two fingers; moving is the frame's own scrolling, or dragging.
(function () {
  "use strict";

  document.querySelectorAll("[data-drawing] .frame:has(.map)").forEach(function (frame) {
    var svg = frame.firstElementChild, near = 1, apart = 0, fingers = new Map();

    function zoom(to, x, y) {
      var box = frame.getBoundingClientRect(), before = near;
      x = x === undefined ? box.width / 2 : x - box.left;
      y = y === undefined ? box.height / 2 : y - box.top;
      near = Math.min(12, Math.max(1, to));
      if (!frame.style.height) frame.style.height = box.height + "px";
      svg.style.setProperty("--k", near);
      frame.scrollLeft = (frame.scrollLeft + x) * (near / before) - x;
      frame.scrollTop = (frame.scrollTop + y) * (near / before) - y;
    }

    var acts = [["+", "Nearer", 1.6], ["-", "Farther", 1 / 1.6], ["0", "The whole map", 0]];
    var tools = document.createElement("div");
    tools.className = "tools";
    acts.forEach(function (act) {
      var button = document.createElement("button");
      button.type = "button";
      button.title = act[1];
      button.textContent = act[0].replace("-", "−").replace("0", "⤢");
      button.setAttribute("aria-label", act[1]);
      button.onclick = function () { zoom(near * act[2]); };
      tools.append(button);
    });
    frame.after(tools);

    frame.onkeydown = function (event) {
      var act = acts.find(function (one) { return one[0] === event.key.replace("=", "+"); });
      if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      zoom(near * act[2]);
    };
    frame.addEventListener("wheel", function (event) {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoom(near * Math.exp(-event.deltaY / 300), event.clientX, event.clientY);
    }, { passive: false });
    frame.onpointerdown = function (event) {
      fingers.set(event.pointerId, event);
      apart = 0;
    };
    frame.onpointermove = function (event) {
      var last = fingers.get(event.pointerId);
      if (!last) return;
      fingers.set(event.pointerId, event);
      var two = Array.from(fingers.values());
      if (two[1]) {
        var now = Math.hypot(two[0].x - two[1].x, two[0].y - two[1].y);
        if (apart) zoom(near * (now / apart), (two[0].x + two[1].x) / 2, (two[0].y + two[1].y) / 2);
        apart = now;
      } else if (event.pointerType === "mouse") {
        frame.scrollLeft -= event.x - last.x;
        frame.scrollTop -= event.y - last.y;
      }
    };
    frame.onpointerup = frame.onpointercancel = frame.onpointerleave = function (event) { fingers.delete(event.pointerId); };
    frame.ondragstart = function () { return false; };
  });
})();
