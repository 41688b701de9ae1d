import { expect, test } from "@playwright/test";
import { walkers } from "@/lib/testing/walkers";
import { apiKeyForTest } from "@/lib/testing/walking";
import { demoWorld } from "@/lib/testing/world";
import { portalAddress } from "./fixtures";

let key = "";

test.beforeAll(async () => {
  key = await apiKeyForTest();
});

function ask(endpoint: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(new URL(`/access/v1/${endpoint}`, portalAddress()), {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

const subject = { type: "user", id: walkers["neighbourhood admin"] };
const action = { name: "view" };
const near = { type: "partner", id: "ardwick-climbers" };
const far = { type: "partner", id: "govan-river-skills" };

test("another system gets decisions with their reasons over HTTP, one at a time and in a batch", async () => {
  const one = await ask("evaluation", { subject, action, resource: near });
  expect(one.headers.get("content-type")).toBe("application/json");
  const answer = await one.json();
  expect(answer).toMatchObject({ decision: true, context: { rule: "partner.neighbourhood-admin" } });
  expect(answer.context.via).toContain("Manchester");
  const many = await ask("evaluations", { subject, action, evaluations: [{ resource: near }, { resource: far }] });
  expect(await many.json()).toMatchObject({ evaluations: [{ decision: true }, { decision: false }] });
});

test("another system walks the partners of a person page by page, and each evaluates to true", async () => {
  const found: string[] = [];
  let token = "";
  do {
    const page = { limit: 20, ...(token === "" ? {} : { token }) };
    const reply = await (await ask("search/resource", { subject, action, resource: { type: "partner" }, page })).json();
    found.push(...reply.results.map(({ id }: { id: string }) => id));
    token = reply.page.next_token;
  } while (token !== "");
  const partners = demoWorld().partners ?? [];
  const { evaluations } = await (
    await ask("evaluations", {
      subject,
      action,
      evaluations: partners.map(({ id }) => ({ resource: { type: "partner", id } })),
    })
  ).json();
  const allowed = partners.filter((_, index) => evaluations[index].decision).map(({ id }) => id);
  expect(found.toSorted()).toEqual(allowed.toSorted());
  expect(found.length).toBeGreaterThan(20);
  expect(found.length).toBeLessThan(partners.length);
});

test("the request id comes back once, on answers and refusals, whatever page it came from", async () => {
  const headers = { "x-request-id": "trace-45", origin: "https://elsewhere.example" };
  for (const body of [{ subject, action, resource: near }, "no json"]) {
    expect((await ask("evaluation", body, headers)).headers.get("x-request-id")).toBe("trace-45");
  }
  expect((await ask("evaluation", {}, { ...headers, authorization: "" })).headers.get("x-request-id")).toBe("trace-45");
});

test("refusals have the statuses and the JSON texts that the standard names", async () => {
  const refused = await ask("evaluation", "{");
  expect([refused.status, await refused.json()]).toEqual([400, "The body is not valid JSON."]);
  const unknown = await ask("evaluation", {}, { authorization: "Bearer remit_unknown" });
  expect([unknown.status, unknown.headers.get("www-authenticate")]).toEqual([401, 'Bearer error="invalid_token"']);
  const tooLarge = await ask("evaluation", " ".repeat(1024 * 1024 + 1));
  expect(tooLarge.status).toBe(400);
});

test("what is not there yet is not there, and other methods are refused", async () => {
  for (const endpoint of ["evaluation", "evaluations", "search/resource"]) {
    expect((await fetch(new URL(`/access/v1/${endpoint}`, portalAddress()))).status).toBe(405);
  }
  for (const endpoint of ["search/subject", "search/action", "anything"]) {
    expect((await ask(endpoint, { subject, action, resource: near })).status).toBe(404);
  }
});
