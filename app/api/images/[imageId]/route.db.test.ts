import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { setPartnerImageAction } from "@/lib/places/partner-images/actions";
import { hidePartnerAction } from "@/lib/places/partners/actions";
import { getPartner } from "@/lib/places/partners/queries";
import { sessionCookieName } from "@/lib/platform/sign-in/cookie-names";
import { editingWorld } from "@/lib/testing/editing-world";
import { act, partnerNow } from "@/lib/testing/partner-acts";
import { actorOf, emailOf } from "@/lib/testing/people-acts";
import { inRequest } from "@/lib/testing/request";
import { signInForTest } from "@/lib/testing/sessions";
import { loadForTest } from "@/lib/testing/statements";
import { GET } from "./route";

let imageId = "";

beforeAll(async () => {
  const site = { id: "here", slug: "here", name: "Here", neighbourhoods: ["hulme"], published: true };
  await loadForTest({ ...editingWorld, sites: [site] }, { reset: true });
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#369" } })
    .jpeg()
    .toBuffer();
  const fields = { partnerId: "garden", version: 1, alt: "Raised beds", image: new Blob([new Uint8Array(bytes)]) };
  expect((await act("own", setPartnerImageAction, fields)).refused).toBeNull();
  imageId = (await getPartner(await actorOf("root"), "garden"))?.image?.id ?? "";
});

async function ask(who: string | null, id = imageId, headers = {}): Promise<Response> {
  const cookies: Record<string, string> =
    who === null ? {} : { [sessionCookieName()]: (await signInForTest(emailOf(who))).token };
  const context = { params: Promise.resolve({ imageId: id }) };
  const request = new Request(`http://localhost:3000/api/images/${id}`, { headers });
  const { result } = await inRequest({ cookies }, () => GET(request, context));
  if (result === null) throw new Error("The route answered by leading elsewhere.");
  return result;
}

test("a picture is served as what it is, to be kept by browsers alone, and runs nothing", async () => {
  const answer = await ask(null);
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "image/webp",
    "cache-control": "private, max-age=3600",
    etag: `"${imageId}"`,
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
  });
  expect((await sharp(await answer.arrayBuffer()).metadata()).format).toBe("webp");
});

test("a browser that has it already is told so without it, for as long as it may be seen", async () => {
  const known = { "if-none-match": `"other", W/"${imageId}"` };
  const answer = await ask(null, imageId, known);
  expect([answer.status, await answer.text(), answer.headers.get("cache-control")]).toEqual([
    304,
    "",
    "private, max-age=3600",
  ]);
  expect((await ask(null, imageId, { "if-none-match": '"other"' })).status).toBe(200);
  expect((await ask(null, "00000000-0000-7000-8000-000000000000", known)).status).toBe(404);
});

test("of a hidden partner it is there for those who see the partner, and for others as if it had never been", async () => {
  const { version = 0 } = (await partnerNow("garden")) ?? {};
  expect(version).toBe(2);
  await act("area", hidePartnerAction, { partnerId: "garden", reason: "Closed." });
  expect((await ask("own")).status).toBe(200);
  const missing = await ask(null, "00000000-0000-7000-8000-000000000000");
  for (const who of [null, "plain", "far", "youth"]) {
    const answer = await ask(who);
    expect([answer.status, await answer.clone().text()]).toEqual([404, await missing.clone().text()]);
    expect(answer.headers.get("cache-control")).toContain("no-store");
  }
});
