// Lays out each page of FRAMES in a frame of its width and colours, and writes what it finds as JSON.
const box = (element) => {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return { left, right, top, bottom };
};
const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
const luminance = (colour) => {
  const [r, g, b] = channels(colour).map((one) => one / 255).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ground = (element, view) => {
  for (let one = element; one; one = one.parentElement) {
    const colour = view.getComputedStyle(one).backgroundColor;
    if ((channels(colour)[3] ?? 1) === 1) return colour;
  }
  return "rgb(0, 0, 0)";
};
const contrast = (element, view) => {
  const lights = [luminance(view.getComputedStyle(element).color), luminance(ground(element, view))].sort((a, b) => b - a);
  return (lights[0] + 0.05) / (lights[1] + 0.05);
};
const textNodes = (root) => {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) if (walker.currentNode.data.trim()) found.push(walker.currentNode);
  return found;
};
// The signs of a paragraph from left to right, line by line; its marker is not a part of it.
const drawnLines = (paragraph) => {
  const lines = [];
  for (const node of textNodes(paragraph)) {
    if (node.parentElement.closest(".marker")) continue;
    for (let place = 0; place < node.length; place++) {
      if (/[\s\u200e\u200f\p{Mn}]/u.test(node.data[place])) continue;
      const range = node.ownerDocument.createRange();
      range.setStart(node, place);
      range.setEnd(node, place + 1);
      const { left, top, bottom } = range.getBoundingClientRect();
      const middle = (top + bottom) / 2;
      let line = lines.find((one) => Math.abs(one.middle - middle) < 9);
      if (!line) lines.push((line = { middle, signs: [] }));
      line.signs.push([left, node.data[place]]);
    }
  }
  return lines.map((line) => line.signs.sort((a, b) => a[0] - b[0]).map((sign) => sign[1]).join(""));
};
const row = (element) => {
  const [time, agenda] = element.cells;
  const moments = [...time.querySelectorAll("time")];
  return {
    kind: element.className, time: box(time), agenda: box(agenda), says: moments.map((one) => one.dateTime),
    ends: moments.map(box), height: time.querySelector("p")?.getBoundingClientRect().height ?? 0,
    markers: [...agenda.querySelectorAll(".marker")].map(box), texts: [...agenda.querySelectorAll("p")].map(box),
  };
};
const look = (page, view) => ({
  scroll: page.documentElement.scrollWidth,
  width: page.documentElement.clientWidth,
  ground: view.getComputedStyle(page.documentElement).backgroundColor,
  faint: textNodes(page.body).map((node) => [contrast(node.parentElement, view), node.data]).filter(([one]) => one < 4.5),
  texts: textNodes(page.body).length,
  rows: [...page.querySelectorAll("tbody tr")].map(row),
  paragraphs: [...page.querySelectorAll("main p, main h2, header p, header h1")].map((one) => drawnLines(one)),
  links: [...page.querySelectorAll("nav a")].map((one) => ({ ...box(one), leads: !!page.querySelector(one.hash) })),
  resources: view.performance.getEntriesByType("resource").map((one) => one.name),
  structure: page.documentElement.outerHTML,
});
const frames = FRAMES.map(({ page, width, dark }) => {
  const frame = document.createElement("iframe");
  frame.style.cssText = `width: ${width}px; height: 900px; border: 0; color-scheme: ${dark ? "dark" : "light"}`;
  frame.srcdoc = page;
  document.body.append(frame);
  return new Promise((done) => frame.addEventListener("load", () => done(frame)));
});
Promise.all(frames).then((loaded) => {
  const found = document.createElement("pre");
  found.id = "found";
  found.textContent = JSON.stringify(loaded.map((frame) => look(frame.contentDocument, frame.contentWindow)));
  document.body.append(found);
});
