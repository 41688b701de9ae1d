import { beforeAll, describe, expect, it } from "vitest";
import { onStatement } from "@/db/client";
import { asks, type Handler, partner, person, prepareAccess, question, send } from "@/lib/testing/access-calls";
import { answerEvaluation, answerEvaluations } from "./endpoints";

beforeAll(prepareAccess);

async function reply(handler: Handler, body: unknown) {
  const response = await send(handler, body);
  expect(response.status).toBe(200);
  return response.json();
}

describe("a batch of evaluations", () => {
  const three = {
    subject: person("area"),
    action: { name: "view" },
    evaluations: [
      { resource: partner("hulme-cafe") },
      { resource: partner("wales-shop") },
      { resource: partner("moss-side-garden") },
    ],
  };

  it("answers in the order asked, and an incomplete item in its own place", async () => {
    const { evaluations } = await reply(answerEvaluations, { ...three, evaluations: [...three.evaluations, {}] });
    expect(evaluations.map(({ decision }: { decision: boolean }) => decision)).toEqual([true, false, true, false]);
    expect(evaluations[3]).toEqual({
      decision: false,
      context: { error: { status: 400, message: "resource is missing." } },
    });
  });

  it.each([
    ["execute_all", [true, false, true]],
    ["deny_on_first_deny", [true, false]],
    ["permit_on_first_permit", [true]],
  ])("under %s ends with the item that stops it", async (semantic, wanted) => {
    const body = { ...three, options: { evaluations_semantic: semantic } };
    const { evaluations } = await reply(answerEvaluations, body);
    expect(evaluations.map(({ decision }: { decision: boolean }) => decision)).toEqual(wanted);
  });

  it.each([
    ["absent", {}],
    ["empty", { evaluations: [] }],
  ])("whose list is %s is answered as a single question", async (_name, list) => {
    expect(await reply(answerEvaluations, { ...question, ...list })).toEqual(await reply(answerEvaluation, question));
    expect((await send(answerEvaluations, { ...list, subject: person("area") })).status).toBe(400);
  });

  it("gives each item the answer it would get alone", async () => {
    const subjects = ["root", "area", "partnership", "cafe", "plain", "gone"];
    const items = subjects.flatMap((who) =>
      ["view", "update", "delete", "hide"].flatMap((action) =>
        ["hulme-cafe", "hulme-and-ardwick", "ardwick-hall", "wales-shop"].map((id) => asks(who, action, id)),
      ),
    );
    const { evaluations } = await reply(answerEvaluations, { evaluations: items });
    const alone = await Promise.all(items.map((item) => reply(answerEvaluation, item)));
    expect(evaluations).toEqual(alone);
    expect(new Set(alone.map(({ decision }) => decision))).toEqual(new Set([true, false]));
  });

  it("takes as many statements for 1,000 items about everybody as for a few", async () => {
    const count = async (length: number) => {
      const subjects = ["root", "area", "partnership", "cafe"];
      const partners = ["hulme-cafe", "hulme-and-ardwick", "ardwick-hall"];
      const evaluations = Array.from({ length }, (_, index) => ({
        subject: person(subjects[index % subjects.length] ?? ""),
        action: { name: "update", properties: { addTags: ["age"], removeNeighbourhoods: ["hulme"] } },
        resource: partner(partners[index % partners.length] ?? ""),
      }));
      const seen: string[] = [];
      onStatement((text) => seen.push(text));
      await reply(answerEvaluations, { evaluations });
      onStatement(null);
      return seen.filter((text) => !text.startsWith("select set_config(")).length;
    };
    const few = await count(12);
    expect(few).toBeGreaterThan(3);
    expect(await count(1000)).toBe(few);
  });

  it("answers a batch that names more records than one statement may have parameters", async () => {
    const many = Array.from({ length: 70_000 }, (_, index) => `t${index}`);
    const action = { name: "update", properties: { addTags: many } };
    expect((await reply(answerEvaluation, { ...question, action })).decision).toBe(false);
  });
});
