import { beforeAll, expect, test } from "vitest";
import { TREE_LIMIT } from "@/lib/places/neighbourhood-tree/constants";
import { childrenAnswerSchema } from "@/lib/places/neighbourhood-tree/schemas";
import { sessionCookieName } from "@/lib/platform/sign-in/cookie-names";
import { editingWorld } from "@/lib/testing/editing-world";
import { meanwhile } from "@/lib/testing/partner-acts";
import { inRequest } from "@/lib/testing/request";
import { signInForTest } from "@/lib/testing/sessions";
import { loadForTest } from "@/lib/testing/statements";
import { GET } from "./route";

beforeAll(() => loadForTest(editingWorld));

/** The answer to somebody of the editing world, or to nobody. */
async function ask(who: string | null, query: string): Promise<Response> {
  const token = who === null ? null : (await signInForTest(`${who}@people.example`)).token;
  const cookies: Record<string, string> = token === null ? {} : { [sessionCookieName()]: token };
  const { result } = await inRequest({ cookies }, () =>
    GET(new Request(`http://portal.example/api/neighbourhoods/children${query}`)),
  );
  if (result === null) throw new Error("The route answered nothing.");
  return result;
}

test("an area admin gets what lies in a place, with what they see in each, and nobody may keep it", async () => {
  const response = await ask("area", "?parent=manchester");
  expect([response.status, response.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
  const { places } = childrenAnswerSchema.parse(await response.json());
  expect(places.map(({ code, partnerCount }) => [code, partnerCount])).toEqual([
    // Aspen Riders serve Hulme too; Rowan Hall, in Ardwick alone, is out of sight.
    ["ardwick", 1],
    ["hulme", 4],
    ["moss-side", 2],
  ]);
});

test.each([
  [null, "?parent=manchester", 401],
  ["own", "?parent=manchester", 404],
  ["own", "", 404],
  ["plain", "?parent=nowhere", 404],
  ["root", "?parent=nowhere", 404],
  ["root", "", 404],
  ["root", "?parent=", 404],
  ["root", "?parent=%00", 404],
])("%s asking %j gets a sentence with status %d and no place", async (who, query, status) => {
  const response = await ask(who, query);
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual(expect.stringMatching(/\.$/));
});

test("whoever asks too often is told when to ask again", async () => {
  expect((await ask("city", "?parent=manchester")).status).toBe(200);
  // As if all but the last of a minute's were used; the counter holds what was used so far.
  await meanwhile(`update rate_limits set points = ${TREE_LIMIT.points - 1} where key like '${TREE_LIMIT.name}%'`);
  expect((await ask("city", "?parent=manchester")).status).toBe(200);
  const refused = await ask("city", "?parent=manchester");
  const sentence = "You have opened many places in a short time. Open another in a minute.";
  expect([refused.status, await refused.json()]).toEqual([429, sentence]);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
});
