import { isValidElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, test, vi } from "vitest";
import { sessionCookieName } from "@/lib/platform/sign-in/cookie-names";
import { demoEmail } from "@/lib/testing/demo/people";
import { demoCode } from "@/lib/testing/demo/places";
import { inRequest } from "@/lib/testing/request";
import { signInForTest } from "@/lib/testing/sessions";
import { loadForTest } from "@/lib/testing/statements";
import { demoWorld } from "@/lib/testing/world";
import GiveRolePage from "./page";

// Outside the framework there is nowhere to lead to, and nothing here leads anywhere.
vi.mock("next/navigation", async (original) => ({
  ...(await original<typeof import("next/navigation")>()),
  useRouter: () => ({}),
}));

beforeAll(() => loadForTest(demoWorld(), { reset: true }));

/** The page as root gets it for somebody without a role. */
async function pageAt(address: string): Promise<string> {
  const cookies = { [sessionCookieName()]: (await signInForTest(demoEmail("ruth.adeyemi"))).token };
  const parameters = new URLSearchParams(address);
  const names = [...new Set(parameters.keys())];
  const searchParams = Promise.resolve(Object.fromEntries(names.map((name) => [name, parameters.getAll(name)])));
  const single = searchParams.then((all) =>
    Object.fromEntries(Object.entries(all).map(([name, texts]) => [name, texts.length === 1 ? texts[0] : texts])),
  );
  const params = Promise.resolve({ userId: demoEmail("yusuf.karim") });
  const { result } = await inRequest({ cookies }, () => GiveRolePage({ params, searchParams: single }));
  return isValidElement(result) ? renderToStaticMarkup(result) : "";
}

/** What the page says would stand in the way. */
function preview(page: string): string {
  return /<section id="preview"[\s\S]*?<\/section>/.exec(page)?.[0] ?? "";
}

test.each([
  ["role=neighbourhood_admin&preview=1", ["neighbourhoods"]],
  ["role=partnership_admin&preview=1&endsOn=tomorrow", ["neighbourhoods", "partnerships", "endsOn"]],
  [`role=partnership_admin&preview=1&neighbourhoods=${demoCode("hulme")}`, ["partnerships"]],
  ["role=partner_admin&preview=1", ["partner"]],
  ["role=partner_admin&partner=no-such-partner", ["partner"]],
  ["role=partner_admin&partner=birley-fields-garden&endsOn=2020-01-01", ["endsOn"]],
  ["role=support&endsOn=2020-01-01", ["endsOn"]],
])("each fault of %j leads to its field: %j", async (address, fields) => {
  const page = await pageAt(address);
  const led = [...preview(page).matchAll(/<a href="#field-([^"]+)"/g)].map(([, name]) => name);
  expect(led.toSorted()).toEqual(fields.toSorted());
  for (const name of fields) expect(page.match(new RegExp(` id="field-${name}"`, "g")), name).toHaveLength(1);
});

test.each([
  ["preview=1", "Choose a role."],
  [`role=root&preview=1&neighbourhoods=${demoCode("hulme")}`, "This role is not held over neighbourhoods."],
  ["role=neighbourhood_admin&preview=1&partner=birley-fields-garden", "This role is not held over a partner."],
  ["role=partner_admin&preview=1&endsOn=tomorrow", "day"],
])("of %j it says plainly what has no field: %j", async (address, sentence) => {
  const page = await pageAt(address);
  const [, plain = ""] = /<li>((?!<a)[^<]*)<\/li>/.exec(preview(page)) ?? [];
  expect(plain).toContain(sentence);
  for (const [, id] of preview(page).matchAll(/<a href="#([^"]+)"/g)) expect(page).toContain(` id="${id}"`);
});

test("the last day is kept while a partner is searched for, and by each partner that is found", async () => {
  const page = await pageAt("role=partner_admin&endsOn=2099-12-31&find=birley");
  const [form = ""] = /<form[^>]*aria-label="Find a partner"[\s\S]*?<\/form>/.exec(page) ?? [];
  expect(form).toContain('<input type="hidden" name="role" value="partner_admin"/>');
  expect(form).toContain('<input type="hidden" name="endsOn" value="2099-12-31"/>');
  expect(page).toContain("role=partner_admin&amp;partner=birley-fields-garden&amp;endsOn=2099-12-31");
  const blank = await pageAt("role=partner_admin");
  expect(blank).not.toContain('name="endsOn"');
});
