import { beforeEach, expect, test } from "vitest";
import { getPartnerDashboard } from "@/lib/places/partner-dashboard/queries";
import { getPartner } from "@/lib/places/partners/queries";
import { editingWorld } from "@/lib/testing/editing-world";
import { meanwhile } from "@/lib/testing/partner-acts";
import { actorOf } from "@/lib/testing/people-acts";
import { loadForTest } from "@/lib/testing/statements";
import { COMPLETENESS, type CompletenessKey, checklistOf } from "./constants";

const bare = { id: "bare", name: "Bare partner", serviceAreas: ["hulme"] };

beforeEach(() => loadForTest({ ...editingWorld, partners: [...(editingWorld.partners ?? []), bare] }, { reset: true }));

async function completeOf(partnerId: string, who = "root"): Promise<readonly CompletenessKey[]> {
  return (await getPartner(await actorOf(who), partnerId))?.complete ?? [];
}

const id = "(select id from partners where external_id = 'bare')";
const set = (columns: string) => `update partners set ${columns} where external_id = 'bare'`;

/** How each thing comes to be there, one after the other; where two ways lead to it, the first is taken back. */
const ways: readonly (readonly [key: CompletenessKey, way: string])[] = [
  ["summary", set("summary = 'x'")],
  ["description", set("description = 'x'")],
  ["hours", `insert into partner_opening_hours values (${id}, 1, '09:00', '17:00')`],
  ["contact", set("public_contact_phone = '0161 496 0000'")],
  ["contact", set("public_contact_email = 'x@bare.example'")],
  ["website", set("website = 'https://bare.example'")],
  ["website", set(`socials = '{"instagram": "bare"}'`)],
  ["accessibility", set("accessibility = 'x'")],
  [
    "image",
    `with made as (insert into images (id, media_type, width, height, content) values (gen_random_uuid(), 'image/webp', 1, 1, 'x') returning id)
     insert into partner_images (partner_id, image_id) select ${id}, id from made`,
  ],
  ["category", `insert into partner_tags select ${id}, id from tags where external_id = 'food'`],
  [
    "admin",
    `insert into role_grants (id, user_id, role, partner_id, granted_at) select gen_random_uuid(), id, 'partner_admin', ${id}, now() from users where email = 'plain@people.example'`,
  ],
  ["calendar", `insert into calendars (id, partner_id, name) values (gen_random_uuid(), ${id}, 'Bare days')`],
];

test.each(ways)("%s counts as there by what makes it so, and by nothing else", async (key, way) => {
  expect(await completeOf("bare")).toEqual(["place"]);
  await meanwhile(way);
  expect((await completeOf("bare")).toSorted()).toEqual(["place", key].toSorted());
});

test("a contact's name, a partnership and a role that is over make nothing complete", async () => {
  await meanwhile(set("public_contact_name = 'Jo'"));
  await meanwhile(`insert into partner_tags select ${id}, id from tags where external_id in ('age', 'loop')`);
  await meanwhile(
    `insert into role_grants (id, user_id, role, partner_id, granted_at, ends_on) select gen_random_uuid(), id, 'partner_admin', ${id}, now(), '2020-01-01' from users where email = 'plain@people.example'`,
  );
  expect(await completeOf("bare")).toEqual(["place"]);
});

test("the record and its admin's dashboard say the same of a partner", async () => {
  const { dashboard } = await getPartnerDashboard(await actorOf("own"));
  const [garden] = dashboard?.partners ?? [];
  expect(garden?.checklist).toEqual(checklistOf(await completeOf("garden", "own")));
  expect(garden?.checklist.map(({ key }) => key)).toEqual([...COMPLETENESS]);
});
