// A frontend of a few lines, on types made of openapi.json. It must compile under every strict rule, and run.
import type { components, operations } from "./api.d.ts";

type Found = operations["find_page"]["responses"][200]["content"]["application/json"];
type Query = NonNullable<operations["find_page"]["parameters"]["query"]>;
type Block = components["schemas"]["PressReleaseBodyBlock"];

async function find(host: string, query: Query): Promise<Found> {
  const answer = await fetch(`${host}/api/v2/pages/find/?${new URLSearchParams({ html_path: query.html_path ?? "/" })}`);
  if (!answer.ok) {
    const problem = (await answer.json()) as components["schemas"]["Problem"];
    throw new Error(problem.hint);
  }
  return (await answer.json()) as Found;
}

// `block.type` tells what `block.value` is; of those that aren't named here nothing is shown.
function shown(block: Block): string {
  switch (block.type) {
    case "heading":
      return "#".repeat(block.value.level) + " " + block.value.text;
    case "text":
    case "fact_box":
      return block.value.html;
    case "quote":
      return `”${block.value.text}” (${block.value.person})`;
    case "image":
      return block.value.picture.renditions.press?.url ?? block.value.picture.renditions.plain.url;
    case "agency_list":
      return block.value.agencies.map((agency) => agency.current_name ?? agency.name).join(", ");
    default:
      return "";
  }
}

declare const process: { argv: string[] };
const [host, path] = process.argv.slice(2) as [string, string];
const page = await find(host, { html_path: path });
if ("location" in page) {
  console.log(`to ${page.location}`);
} else if ("kind" in page) {
  const senders = page.agencies.filter((agency) => agency.role === "sender");
  console.log(page.title, page.published_at ?? "", senders.map((agency) => agency.name).join(", "));
  for (const block of page.body) console.log(shown(block));
}
