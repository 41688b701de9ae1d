import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { readTransaction, writeTransaction } from "@/db/client";
import { insertPartners } from "@/lib/places/partners/mutations";
import type { ActionResult } from "@/lib/platform/action/result";
import { editingWorld } from "@/lib/testing/editing-world";
import { partnerNow } from "@/lib/testing/partner-acts";
import { actorOf, emailOf } from "@/lib/testing/people-acts";
import { inRequest } from "@/lib/testing/request";
import { sessionCookieForTest } from "@/lib/testing/sessions";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { importPartnersAction } from "./actions";
import { judgeImport } from "./queries";
import type { ImportOutcome } from "./schemas";

beforeEach(() => loadForTest(editingWorld, { reset: true }));

/** Sends a file as somebody; what came of it. */
async function send(
  who: string,
  fields: Readonly<Record<string, string | Blob>>,
): Promise<ActionResult<ImportOutcome>> {
  const session = await sessionCookieForTest(emailOf(who));
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const { result } = await inRequest({ cookies: { [session.name]: session.value } }, () =>
    importPartnersAction(null, form),
  );
  if (result === null) throw new Error("The import led somewhere else.");
  return result;
}

async function preview(who: string, text: string | Buffer): Promise<ImportOutcome> {
  const bytes = Uint8Array.from(Buffer.from(text));
  const result = await send(who, { file: new File([bytes], "partners.csv", { type: "text/csv" }), step: "preview" });
  if (!result.ok) throw new Error(result.message);
  return result.data;
}

function faultsOf({ lines }: ImportOutcome): string[][] {
  return lines.map(({ faults }) => faults.map(({ column, sentence }) => `${column}: ${sentence}`));
}

async function countPartners(): Promise<number> {
  const [row] = await readTransaction((tx) => tx.execute<{ n: number }>(sql`select count(*)::int as n from partners`));
  return row?.n ?? -1;
}

const good = "Name,Service areas,Tags,Summary\nAcorn Club,Hulme; moss side,Food,Nuts.\nBeech Hall,hulme,,\n";

describe("a file of new partners", () => {
  it("is looked at first: nothing is made, and each line says what would come of it", async () => {
    const before = await countPartners();
    const text = `${good}Abc,hulme,,\nCedar House,,,\nDeodar Place,ordsall,,\nacorn club,hulme,,\nJuniper Garden,hulme,,\nElder Court,Nowhere,Secrets,\n`;
    const outcome = await preview("area", text);
    expect(outcome).toMatchObject({ good: 2, made: null, text });
    expect(faultsOf(outcome)).toEqual([
      [],
      [],
      [expect.stringContaining("Name: Give a name of at least 5 characters")],
      [expect.stringContaining("Service areas: Give an address or choose a service area")],
      [expect.stringContaining("null: ")],
      ["Name: An earlier line of this file has the same name."],
      ["Name: There is a partner of this name already."],
      [
        "Service areas: There is no neighbourhood “Nowhere” that you may choose.",
        "Tags: There is no tag “Secrets” that you may choose.",
      ],
    ]);
    expect(await countPartners()).toBe(before);
  });

  it("then makes a partner of every good line, each with its own line in the trail", async () => {
    const { text } = await preview("area", good);
    const result = await send("area", { text, step: "import", expected: "2" });
    expect(result).toMatchObject({ ok: true, data: { made: [{ name: "Acorn Club" }, { name: "Beech Hall" }] } });
    const acorn = await partnerNow("Acorn Club");
    expect(acorn).toMatchObject({ areas: ["hulme", "moss-side"], tags: ["food"], summary: "Nuts." });
    const trace = await readTransaction((tx) =>
      tx.execute(sql`select action, actor_label like 'Person area%' as "byThem", after ->> 'name' as "name"
        from audit_events where resource_id = ${acorn?.id ?? ""}`),
    );
    expect([...trace]).toEqual([{ action: "partner.create", byThem: true, name: "Acorn Club" }]);
  });

  it("fills in the neighbourhood of an address from its postcode", async () => {
    await writeTransaction({ actorId: null, requestId: null }, (tx) =>
      tx.execute(sql`insert into postcodes select 'M155RF', id from neighbourhoods where code = 'hulme'`),
    );
    const text = "Name;Address line 1;Postcode\nAcorn Club;1 High Street;m15 5rf\nBeech Hall;1 High Street;M1 1AA\n";
    const outcome = await preview("area", text);
    expect(faultsOf(outcome)).toEqual([
      [],
      ["Neighbourhood: This postcode is not known here. Choose the neighbourhood by hand."],
    ]);
    await send("area", { text, step: "import", expected: "1" });
    expect(await partnerNow("Acorn Club")).toMatchObject({ address: "1 High Street, M15 5RF, hulme" });
  });

  it("is read as Excel saves it, so that no letter is lost and a name that is there already is found", async () => {
    await send("area", { text: "Name,Service areas\nCafé Amitié,hulme\n", step: "import", expected: "1" });
    const outcome = await preview(
      "area",
      Buffer.from("Name,Service areas\nCafé Amitié,hulme\nDéjà Vu,hulme\n", "latin1"),
    );
    expect(outcome).toMatchObject({ good: 1, doubtful: true, text: expect.stringContaining("Déjà Vu") });
    expect(faultsOf(outcome)).toEqual([["Name: There is a partner of this name already."], []]);
    expect(await preview("area", good)).toMatchObject({ doubtful: false });
  });

  it("makes nothing of a cell in which a character was lost, nor of an address in two neighbourhoods", async () => {
    const heading = "Name,Address line 1,Postcode,Neighbourhood,Service areas";
    const lines = ["Caf\ufffd Amiti\ufffd,,,,hulme", "Beech Hall,1 High Street,M15 5RF,Hulme; Moss Side,"];
    expect(faultsOf(await preview("area", `${heading}\n${lines.join("\n")}\n`))).toEqual([
      ["Name: A character could not be read. Save the file as UTF-8, and look at this cell."],
      ["Neighbourhood: An address lies in one neighbourhood."],
    ]);
  });

  it("hints in its preview at partners within the remit that may be the same, and makes the line all the same", async () => {
    const text =
      "Name,Service areas,Address line 1,Postcode,Neighbourhood\nJuniper Gardens,hulme,,,\nBeech Hall,,1 Elm Row,M15 5AJ,hulme\nAcorn Club,hulme,,,\n";
    const similar = async (who: string) =>
      (await preview(who, text)).lines.map((line) => line.similar.map(({ name }) => name));
    expect(await similar("area")).toEqual([["Juniper Garden"], ["Juniper Garden"], []]);
    const result = await send("area", { text, step: "import", expected: "3" });
    expect(result).toMatchObject({ ok: true, data: { made: { length: 3 } } });
  });

  it("is looked at anew where something has changed since its preview, and nothing is made", async () => {
    const { text } = await preview("area", good);
    await send("root", { text: "Name,Service areas\nBeech Hall,ordsall\n", step: "import", expected: "1" });
    const result = await send("area", { text, step: "import", expected: "2" });
    expect(result).toMatchObject({ ok: true, data: { good: 1, made: null } });
    expect(await partnerNow("Acorn Club")).toBeNull();
  });

  it("is judged line by line by what each person may make", async () => {
    const text =
      "Name,Service areas,Tags\nAcorn Club,hulme,Age Friendly\nBeech Hall,hulme,\nCedar House,ordsall,Youth Voice\n";
    const goodFor = async (who: string) => (await preview(who, text)).lines.map(({ faults }) => faults.length === 0);
    expect(await goodFor("root")).toEqual([true, true, true]);
    expect(await goodFor("area")).toEqual([false, true, false]);
    expect(await goodFor("pa")).toEqual([true, false, false]);
    expect(await goodFor("youth")).toEqual([false, false, true]);
  });

  it.each(["own", "plain"])("is refused to %s, who may make no partner, whatever is posted", async (who) => {
    const before = await countPartners();
    expect(await send(who, { text: good, step: "import", expected: "2" })).toMatchObject({ code: "forbidden" });
    expect(await countPartners()).toBe(before);
  });

  it("that is none says so beside its field", async () => {
    const fault = async (fields: Readonly<Record<string, string | Blob>>) =>
      send("area", { step: "preview", ...fields });
    expect(await fault({})).toMatchObject({ code: "invalid", fields: { file: "Choose a CSV file." } });
    expect(await fault({ text: "Colour\nred\n" })).toMatchObject({ code: "invalid", fields: { file: /./ } });
    expect(await fault({ text: 'Name\n"open' })).toMatchObject({ fields: { file: expect.stringContaining("Line 2") } });
  });

  it("takes as many statements with a hundred lines as with two", async () => {
    const lines = Array.from({ length: 100 }, (_, index) => `Acorn Club ${index},hulme,Food,`);
    const statements = async (text: string) => {
      const area = await actorOf("area");
      return countStatements(() => readTransaction((tx) => judgeImport(tx, area, text)));
    };
    const few = await statements(good);
    expect(few).toBeLessThanOrEqual(8);
    expect(await statements(`Name,Service areas,Tags,Summary\n${lines.join("\n")}`)).toBe(few);
  });

  it("writes a hundred partners with as many statements as two", async () => {
    const statements = (count: number, name: string) => {
      const writes = Array.from({ length: count }, (_, index) => ({
        texts: { name: `${name} ${index}`, openingHours: "Monday 09:00–17:00" },
        address: { line1: "1 High Street", line2: "", city: "", postcode: "M1 1AA", placeCode: "hulme" },
        addPlaces: ["moss-side"],
        removePlaces: [],
        addTags: [],
        removeTags: [],
      }));
      return countStatements(() =>
        writeTransaction({ actorId: null, requestId: null }, (tx) => insertPartners(tx, writes)),
      );
    };
    const few = await statements(2, "Acorn Club");
    expect(few).toBeLessThanOrEqual(7);
    expect(await statements(100, "Beech Hall")).toBe(few);
    expect(await partnerNow("Beech Hall 99")).toMatchObject({
      address: "1 High Street, M1 1AA, hulme",
      areas: ["moss-side"],
      hours: ["1 09:00-17:00"],
    });
  });
});
