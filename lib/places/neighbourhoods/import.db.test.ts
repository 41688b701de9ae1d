import { Readable } from "node:stream";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { readTransaction, writeTransaction } from "@/db/client";
import { importNeighbourhoods, LookupError, type NeighbourhoodImport } from "./import";

const HEADING = "WD24CD,WD24NM,WD24NMW,LAD24CD,LAD24NM,CTYUA24CD,CTYUA24NM,RGN24CD,RGN24NM,CTRY24CD,CTRY24NM";
const WARDS = 300;

const rows = Array.from({ length: WARDS }, (_, index) => {
  const district = index % 10;
  return `E${index},"Ward, number ${index}",,D${district},District ${district},T${district % 2},County ${district % 2},R1,Region,K1,England`;
});
const canton = "W1,Canton,Treganna,D99,Cardiff,D99,Cardiff,,,K2,Wales";

function importLines(lines: readonly string[]): Promise<NeighbourhoodImport> {
  const input = Readable.from([Buffer.from([HEADING, ...lines].join("\n"))]);
  return writeTransaction({ actorId: null, requestId: null }, (tx) => importNeighbourhoods(tx, input));
}

async function snapshot() {
  const places = await readTransaction((tx) => tx.execute(sql`select * from neighbourhoods order by code`));
  const events = await readTransaction((tx) => tx.execute(sql`select * from audit_events order by id`));
  return { places: [...places], events: [...events] };
}

test("a look-up becomes a tree, in few statements, with one audit event", async () => {
  const { plan, wards } = await importLines([...rows, canton]);
  expect({ wards, created: plan.created, waves: plan.waves.length }).toEqual({
    wards: WARDS + 1,
    created: WARDS + 17,
    waves: 5,
  });
  const { places, events } = await snapshot();
  expect(places).toHaveLength(WARDS + 17);
  expect(places.find((place) => place.code === "W1")).toMatchObject({ name: "Canton", welsh_name: "Treganna" });
  expect(events).toEqual([
    expect.objectContaining({ action: "neighbourhood.import", actor_id: null, actor_label: "neighbourhood import" }),
  ]);
  const drift = await readTransaction((tx) => tx.execute(sql`select * from kept_column_drift()`));
  expect(drift).toHaveLength(0);
});

test("the same file again changes nothing at all", async () => {
  const before = await snapshot();
  const { plan } = await importLines([...rows, canton]);
  expect(plan).toMatchObject({ created: 0, changed: 0, unchanged: WARDS + 17 });
  expect(await snapshot()).toEqual(before);
});

test("a later year's file renames and moves, and keeps what it no longer names", async () => {
  const later = rows
    .slice(1)
    .map((row) =>
      row.replace('"Ward, number 5"', "New name").replaceAll("D3,District 3,T1,County 1", "D3,District 3,T0,County 0"),
    );
  const { plan } = await importLines(later);
  expect(plan.renamed).toEqual([{ code: "E5", name: "New name", from: "Ward, number 5", to: "New name" }]);
  expect(plan.moved).toEqual([{ code: "D3", name: "District 3", from: "T1", to: "T0" }]);
  expect(plan.absent.map(({ code }) => code)).toEqual(["D99", "E0", "K2", "W1"]);
  const { places } = await snapshot();
  expect(places).toHaveLength(WARDS + 17);
  const drift = await readTransaction((tx) => tx.execute(sql`select * from kept_column_drift()`));
  expect(drift).toHaveLength(0);
});

test("a file with a malformed row is refused with its line, and nothing is written", async () => {
  const before = await snapshot();
  const attempt = importLines([...rows, "E999,,,D1,District 1,T1,County 1,R1,Region,K1,England"]);
  await expect(attempt).rejects.toThrow(LookupError);
  await expect(attempt).rejects.toMatchObject({
    faults: [{ line: WARDS + 2, message: "the name of the ward is missing" }],
  });
  expect(await snapshot()).toEqual(before);
});
