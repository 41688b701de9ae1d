import { beforeAll, expect, test, vi } from "vitest";
import { POSTCODE_LIMIT } from "@/lib/places/postcodes/constants";
import { sessionCookieName } from "@/lib/platform/sign-in/cookie-names";
import { type DemoPerson, demoEmail } from "@/lib/testing/demo/people";
import { demoCode } from "@/lib/testing/demo/places";
import { addPostcodeForTest } from "@/lib/testing/postcodes";
import { inRequest } from "@/lib/testing/request";
import { signInForTest } from "@/lib/testing/sessions";
import { loadForTest } from "@/lib/testing/statements";
import { demoWorld } from "@/lib/testing/world";
import { GET } from "./route";

beforeAll(async () => {
  await loadForTest(demoWorld(), { reset: true });
  await addPostcodeForTest("ZZ11AA", demoCode("moss-side"));
  await addPostcodeForTest("ZZ11AB", demoCode("govan"));
});

// A bound that a test reaches in a moment; nobody but the person of that test asks as often.
vi.mock("@/lib/places/postcodes/constants", async (original) => ({
  ...(await original<typeof import("@/lib/places/postcodes/constants")>()),
  POSTCODE_LIMIT: { name: "postcodes", points: 8, seconds: 60 },
}));

async function ask(person: DemoPerson | null, query: string) {
  const cookies: Record<string, string> =
    person === null ? {} : { [sessionCookieName()]: (await signInForTest(demoEmail(person))).token };
  const request = new Request(`http://localhost:3000/api/postcodes?${query}`);
  const { result } = await inRequest({ cookies }, () => GET(request));
  if (result === null) throw new Error("The route answered by leading elsewhere.");
  return { status: result.status, headers: result.headers, body: await result.json() };
}

test("a postcode gives the place that it lies in, with its path, and nobody keeps the answer", async () => {
  const { status, headers, body } = await ask("nasreen.malik", "use=new-partner&postcode=zz1+1aa");
  expect([status, body]).toEqual([
    200,
    {
      place: {
        code: demoCode("moss-side"),
        name: "Moss Side",
        path: ["Moss Side", "Manchester", "North West", "England"],
      },
    },
  ]);
  expect(headers.get("cache-control")).toContain("no-store");
});

test("a postcode where one may not choose is answered like one that is not known, and like no postcode at all", async () => {
  for (const postcode of ["ZZ1+1AB", "ZZ9+9ZZ", "", "%00", "no+postcode+at+all"]) {
    expect(await ask("nasreen.malik", `use=new-partner&postcode=${postcode}`)).toMatchObject({
      status: 200,
      body: { place: null },
    });
  }
  expect((await ask("ruth.adeyemi", "use=new-partner&postcode=ZZ1+1AB")).body).toMatchObject({
    place: { name: "Govan" },
  });
});

test.each([
  ["nobody", null, "use=new-partner&postcode=ZZ1+1AA", 401],
  ["somebody who does not say what for", "ruth.adeyemi", "postcode=ZZ1+1AA", 400],
  ["a partner's admin for that partner", "joyce.appiah", "use=partner:birley-fields-garden&postcode=ZZ1+1AA", 200],
  ["a partner's admin for another partner", "joyce.appiah", "use=partner:hulme-advice-desk&postcode=ZZ1+1AA", 404],
  ["a partner's admin for one that does not exist", "joyce.appiah", "use=partner:made-up&postcode=ZZ1+1AA", 404],
] as const)("%s gets the right status", async (_, person, query, status) => {
  expect((await ask(person, query)).status).toBe(status);
});

test("somebody who asks too often is told when to go on", async () => {
  for (let asked = 0; asked < POSTCODE_LIMIT.points; asked += 1) {
    const { status } = await ask("winston.grant", "use=new-partner&postcode=ZZ1+1AA");
    if (status !== 200) throw new Error(`Look-up ${asked + 1} was answered with ${status}.`);
  }
  const { status, headers } = await ask("winston.grant", "use=new-partner&postcode=ZZ1+1AA");
  expect(status).toBe(429);
  expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
});
