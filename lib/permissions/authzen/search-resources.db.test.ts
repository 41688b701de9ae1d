import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { readTransaction, writeTransaction } from "@/db/client";
import { createApiKey } from "@/lib/platform/api-keys";
import { type Handler, person, prepareAccess, send, system } from "@/lib/testing/access-calls";
import { accessWorld } from "@/lib/testing/access-world";
import { answerEvaluations, answerResourceSearch } from "./endpoints";

beforeAll(prepareAccess);

async function reply(handler: Handler, body: unknown) {
  const response = await send(handler, body);
  expect(response.status).toBe(200);
  return response.json();
}

describe("a search for records", () => {
  const search = { subject: person("area"), action: { name: "view" }, resource: { type: "partner" } };
  const found = async (body: object): Promise<string[]> =>
    (await reply(answerResourceSearch, body)).results.map(({ id }: { id: string }) => id);

  it("finds everything without pages, with the external id, and nothing beside the results", async () => {
    const answer = await reply(answerResourceSearch, search);
    expect(Object.keys(answer)).toEqual(["results"]);
    expect(answer.results).toContainEqual({ type: "partner", id: "hulme-cafe" });
    expect((await found(search)).toSorted()).toEqual(["hulme-and-ardwick", "hulme-cafe", "moss-side-garden"]);
  });

  it.each(["root", "area", "partnership", "cafe", "plain", "gone", "nobody"])(
    "finds for %s exactly what evaluates to true",
    async (who) => {
      for (const [type, ids, actions] of [
        [
          "partner",
          accessWorld.partners?.map(({ id }) => id) ?? [],
          ["view", "update", "delete", "hide", "assign_role", "remove_role"],
        ],
        ["user", accessWorld.users?.map(({ email }) => email) ?? [], ["view", "update", "deactivate", "view_sessions"]],
        ["tag", accessWorld.tags?.map(({ id }) => id) ?? [], ["view", "update"]],
        [
          "neighbourhood",
          accessWorld.neighbourhoods?.map(({ code }) => code) ?? [],
          ["view", "update", "delete", "assign_role"],
        ],
        ["system", ["portal"], ["view", "view_audit", "view_dashboard", "assign_role", "remove_role"]],
      ] as const) {
        for (const name of actions) {
          const base = { subject: person(who), action: { name } };
          const { evaluations } = await reply(answerEvaluations, {
            ...base,
            evaluations: ids.map((id) => ({ resource: { type, id } })),
          });
          const allowed = ids.filter((_, index) => evaluations[index].decision);
          expect((await found({ ...base, resource: { type } })).toSorted(), `${who} ${name} ${type}`).toEqual(
            [...allowed].toSorted(),
          );
        }
      }
    },
  );

  it("searches with parameters too", async () => {
    const action = { name: "update", properties: { addNeighbourhoods: ["ardwick"] } };
    expect(await found({ ...search, subject: person("partnership"), action })).toEqual(["hulme-cafe", "ardwick-hall"]);
    expect(await found({ ...search, action })).toEqual(["hulme-and-ardwick"]);
  });

  it.each([
    ["type", { resource: { type: "spaceship" } }],
    ["action", { action: { name: "eat" } }],
    ["subject", { subject: { type: "user", id: "nobody@people.example" } }],
    ["type of subject", { subject: { type: "robot", id: "root@people.example" } }],
  ])("finds nothing for an unknown %s, with 200", async (_name, change) => {
    expect(await reply(answerResourceSearch, { ...search, ...change })).toEqual({ results: [] });
    expect(await reply(answerResourceSearch, { ...search, ...change, page: {} })).toEqual({
      page: { next_token: "", count: 0, total: 0 },
      results: [],
    });
  });

  it("ignores an id of what is searched for", async () => {
    expect(await found({ ...search, resource: { type: "partner", id: "hulme-cafe" } })).toHaveLength(3);
  });

  it("walks page by page to the same records, page first, with the total and an empty token at the end", async () => {
    const walked: string[] = [];
    let token: string | undefined;
    for (let pages = 0; token !== "" && pages < 10; pages++) {
      const answer = await reply(answerResourceSearch, {
        ...search,
        page: { limit: 1, ...(token === undefined ? {} : { token }) },
      });
      expect(Object.keys(answer)[0]).toBe("page");
      expect(answer.page).toEqual({ next_token: expect.any(String), count: 1, total: 3 });
      walked.push(...answer.results.map(({ id }: { id: string }) => id));
      token = answer.page.next_token;
    }
    expect(token).toBe("");
    expect(walked).toEqual(await found(search));
  });

  it("gives 10,000 without pages, and beyond that the way to the rest", async () => {
    await writeTransaction(system, (tx) =>
      tx.execute(sql`insert into tags (id, kind, name)
        select gen_random_uuid(), 'category', 'Heap ' || n from generate_series(1, 10000) as n`),
    );
    const tags = { ...search, subject: person("root"), resource: { type: "tag" } };
    const first = await reply(answerResourceSearch, tags);
    expect(first.results).toHaveLength(10_000);
    expect(first.page).toEqual({ next_token: expect.stringMatching(/./), count: 10_000, total: 10_003 });
    const rest = await reply(answerResourceSearch, { ...tags, page: { token: first.page.next_token } });
    expect([rest.results.length, rest.page.next_token]).toEqual([3, ""]);
    await writeTransaction(system, (tx) => tx.execute(sql`delete from tags where name like 'Heap %'`));
  });

  it("keeps the size of the page where a follow-up sends the token alone", async () => {
    const first = await reply(answerResourceSearch, { ...search, page: { limit: 2 } });
    const second = await reply(answerResourceSearch, { ...search, page: { token: first.page.next_token } });
    expect([first.page.count, second.page.count, second.page.next_token]).toEqual([2, 1, ""]);
  });

  it("counts without giving any record under limit 0", async () => {
    const answer = await reply(answerResourceSearch, { ...search, page: { limit: 0 } });
    expect(answer).toEqual({ page: { next_token: "", count: 0, total: 3 }, results: [] });
  });

  it("gives a token in which no id can be read, and the fields' order does not matter to it", async () => {
    const { page } = await reply(answerResourceSearch, { ...search, page: { limit: 1 } });
    const ids = await readTransaction((tx) => tx.execute(sql`select id from partners`));
    const raw = Buffer.from(page.next_token, "base64url").toString("latin1");
    expect(ids.some(({ id }) => raw.includes(String(id)))).toBe(false);
    const { subject, ...rest } = search;
    const turned = {
      page: { token: page.next_token, limit: 1 },
      ...rest,
      subject: { id: subject.id, type: subject.type },
    };
    expect((await send(answerResourceSearch, turned)).status).toBe(200);
  });

  it("refuses a token with another query, another key, altered, cut or made up", async () => {
    const { page } = await reply(answerResourceSearch, { ...search, page: { limit: 1 } });
    const token: string = page.next_token;
    const middle = Math.floor(token.length / 2);
    const altered = `${token.slice(0, middle)}${token[middle] === "A" ? "B" : "A"}${token.slice(middle + 1)}`;
    const changed = [
      { ...search, subject: person("root") },
      { ...search, action: { name: "update" } },
      { ...search, action: { name: "view", properties: { a: 1 } } },
      { ...search, resource: { type: "user" } },
      { ...search, context: { at: "noon" } },
    ].map((body) => ({ ...body, page: { limit: 1, token } }));
    const forged = [altered, token.slice(0, -4), "opaque", "////"].map((text) => ({
      ...search,
      page: { limit: 1, token: text },
    }));
    for (const body of [...changed, ...forged]) {
      const response = await send(answerResourceSearch, body);
      expect([response.status, await response.json()]).toEqual([400, "page.token does not belong to this search."]);
    }
    const other = (await writeTransaction(system, (tx) => createApiKey(tx, "other", "authz:inspect"))) ?? "";
    const stolen = await send(
      answerResourceSearch,
      { ...search, page: { limit: 1, token } },
      { authorization: `Bearer ${other}` },
    );
    expect(stolen.status).toBe(400);
  });
});
