// Calls of a client of Wagtail's API v2: ADDRESS API-PATH CALLS, where calls are JSON, each the method and what it is given.
// Prints what each resolves to, or the code of the error that it throws, as one line of JSON at the end.
import { CMSClient } from "wagtail-js";

const [baseURL, apiPath, calls] = process.argv.slice(2);
const client = new CMSClient({ baseURL, apiPath, cache: "no-store" });
const outcomes = [];
for (const [method, ...given] of JSON.parse(calls)) {
  try {
    outcomes.push(await client[method](...given));
  } catch (error) {
    outcomes.push({ thrown: error.code });
  }
}
process.stdout.write("\n" + JSON.stringify(outcomes) + "\n");
