import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { readTransaction, writeTransaction } from "@/db/client";
import { newId } from "@/lib/platform/ids";
import { asks, type Handler, partner, person, prepareAccess, question, send, system } from "@/lib/testing/access-calls";
import { policyHash } from "../policies/all";
import { answerEvaluation } from "./endpoints";

beforeAll(prepareAccess);

async function reply(handler: Handler, body: unknown) {
  const response = await send(handler, body);
  expect(response.status).toBe(200);
  return response.json();
}

describe("one evaluation", () => {
  it("allows with the reason in words, the rule, the path and the hash of the policy", async () => {
    expect(await reply(answerEvaluation, question)).toEqual({
      decision: true,
      context: {
        reason_user: { "200": "You look after Hulme and Moss Side." },
        reason_admin: { "200": "neighbourhood_admin by rule partner.neighbourhood-admin through Hulme" },
        reasons: [{ code: "neighbourhood_admin", text: "You look after Hulme and Moss Side.", via: "Hulme" }],
        rule: "partner.neighbourhood-admin",
        via: "Hulme",
        policy_hash: policyHash,
      },
    });
  });

  it("denies with 200, and says nothing about a record that is out of reach or unknown but that it is not visible", async () => {
    const beyond = await reply(answerEvaluation, asks("area", "update", "wales-shop"));
    expect(beyond.decision).toBe(false);
    expect(beyond.context.reasons.map(({ code }: { code: string }) => code)).toEqual(["not_visible"]);
    expect(await reply(answerEvaluation, asks("area", "update", "no-such-partner"))).toEqual(beyond);
  });

  it("carries every reason that applies to a denial, each with a code and a text", async () => {
    const { decision, context } = await reply(answerEvaluation, asks("area", "delete", "hulme-and-ardwick"));
    expect(decision).toBe(false);
    expect(context.reasons).toEqual([
      { code: "not_wholly_inside", text: expect.stringContaining("Who could"), via: null },
    ]);
    expect(context.reason_user["403"]).toBe(context.reasons[0].text);
  });

  it.each([
    ["nobody known", { type: "user", id: "nobody@people.example" }, "not_signed_in"],
    ["a deactivated account", person("gone"), "deactivated"],
    ["a subject that is no user", { type: "robot", id: "root@people.example" }, "not_signed_in"],
    ["an id that no text column can hold", { type: "user", id: "root\u0000@people.example" }, "not_signed_in"],
  ])("denies %s", async (_name, subject, code) => {
    const { decision, context } = await reply(answerEvaluation, { ...question, subject });
    expect({ decision, code: context.reasons[0].code }).toEqual({ decision: false, code });
  });

  it.each([
    ["an unknown type", { resource: { type: "spaceship", id: "x" } }],
    ["an unknown action", { action: { name: "eat" } }],
    ["an id with a null character", { resource: partner("hulme\u0000cafe") }],
    ["an id full of punctuation", { resource: partner('{"hulme-cafe",\\"} or true --') }],
  ])("denies %s instead of failing", async (_name, change) => {
    expect((await reply(answerEvaluation, { ...question, ...change })).decision).toBe(false);
  });

  it("finds a person by address in any case, and person and partner by UUID", async () => {
    const ids = await readTransaction((tx) =>
      tx.execute(sql`select users.id as person, partners.id as partner from users, partners
        where email = 'area@people.example' and external_id = 'hulme-cafe'`),
    );
    const { person: userId, partner: partnerId } = ids[0] ?? {};
    const subjects = [
      { type: "user", id: " Area@People.example" },
      { type: "user", id: String(userId) },
    ];
    for (const subject of subjects) {
      const asked = { ...question, subject, resource: partner(String(partnerId)) };
      expect((await reply(answerEvaluation, asked)).decision).toBe(true);
    }
  });

  it("finds a record whose id is all punctuation", async () => {
    const id = 'a "b" \\c, {d}';
    await writeTransaction(system, (tx) =>
      tx.execute(sql`insert into tags (id, external_id, kind, name) values (${newId()}, ${id}, 'category', 'Odd')`),
    );
    expect((await reply(answerEvaluation, { ...question, resource: { type: "tag", id } })).decision).toBe(true);
    await writeTransaction(system, (tx) => tx.execute(sql`delete from tags where external_id = ${id}`));
  });

  it("does not hear what a caller says about a subject or a stored record", async () => {
    const asked = asks("plain", "delete", "wales-shop");
    const lying = {
      ...asked,
      subject: { ...asked.subject, properties: { role: "root", grants: [{ role: "root" }] } },
      resource: { ...asked.resource, properties: { address: { neighbourhood: "hulme" }, serviceAreas: ["hulme"] } },
    };
    expect((await reply(answerEvaluation, lying)).decision).toBe(false);
  });

  it("judges a creation by the proposed record", async () => {
    const create = (serviceAreas: string[]) =>
      reply(answerEvaluation, {
        subject: person("area"),
        action: { name: "create" },
        resource: { type: "partner", id: "new", properties: { serviceAreas } },
      });
    expect((await create(["hulme"])).decision).toBe(true);
    expect((await create(["hulme", "ardwick"])).decision).toBe(false);
  });

  it("judges a change by the parameters in action.properties", async () => {
    const add = (code: string) =>
      reply(answerEvaluation, { ...question, action: { name: "update", properties: { addNeighbourhoods: [code] } } });
    expect((await add("moss-side")).decision).toBe(true);
    expect((await add("ardwick")).decision).toBe(false);
  });

  it("answers no to a change that needs confirming, with what disappears, and yes once that was confirmed", async () => {
    const leaving = {
      subject: person("cafe"),
      action: { name: "remove_role", properties: { user: "cafe@people.example", role: "partner_admin" } },
      resource: partner("hulme-cafe"),
    };
    const asked = await reply(answerEvaluation, leaving);
    expect(asked.decision).toBe(false);
    expect(asked.context).toMatchObject({
      confirmation_required: true,
      disappears: [
        { type: "partner", id: "hulme-cafe", name: "Cedar Café" },
        { type: "user", id: "co-admin@people.example", name: "Cora Cole" },
      ],
    });
    expect(asked.context.reasons).toContainEqual(expect.objectContaining({ code: "confirmation_required" }));
    const confirmed = await reply(answerEvaluation, { ...leaving, context: { confirmed: true } });
    expect(confirmed.decision).toBe(true);
    expect(confirmed.context).not.toHaveProperty("confirmation_required");
    expect(confirmed.context.reasons).toEqual([expect.objectContaining({ code: "partner_admin" })]);
  });

  it("does not take a confirmation for a permission", async () => {
    const asked = { ...asks("plain", "delete", "hulme-cafe"), context: { confirmed: true } };
    expect((await reply(answerEvaluation, asked)).decision).toBe(false);
  });
});
