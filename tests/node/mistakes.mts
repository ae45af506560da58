// What must not compile. Each line below such a comment is wrong; one that isn't would be an error itself.
import type { components, operations } from "./api.d.ts";

declare const block: components["schemas"]["BodyBlock"];
declare const page: components["schemas"]["PressReleasePage"];
declare const card: components["schemas"]["PageListing"]["items"][number];

// @ts-expect-error: not before it is known which block it is
block.value.person;
if (block.type === "quote") {
  block.value.person.trim();
  // @ts-expect-error: a quote has no level
  block.value.level;
}
if (block.type === "heading") {
  const level: 2 | 3 = block.value.level;
  // @ts-expect-error: there is no fourth
  const other: 4 = block.value.level;
}
// @ts-expect-error: no such block
if (block.type === "carousel") throw 0;
// @ts-expect-error: the list of agencies is a press release's
if (block.type === "agency_list") throw 0;
// @ts-expect-error: null while it was never updated
page.updated_at.trim();
// @ts-expect-error: no such role
page.agencies.filter((agency) => agency.role === "owner");
// @ts-expect-error: only there where there is something to tell
page.agencies.map((agency) => agency.current_name.trim());
// @ts-expect-error: no such field
page.headline;
// @ts-expect-error: a card has no such thing unless `fields` asks for it
card.body.length;
// @ts-expect-error: no such order
const order: NonNullable<operations["list_pages"]["parameters"]["query"]>["order"] = "random";
// @ts-expect-error: no such parameter
const query: operations["list_pages"]["parameters"]["query"] = { color: "red" };
