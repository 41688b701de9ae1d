import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { type LookupReading, readLookup } from "./import-lookup";

const HEADING =
  "WD24CD,WD24NM,WD24NMW,LAD24CD,LAD24NM,LAD24NMW,CTYUA24CD,CTYUA24NM,CTYUA24NMW,RGN24CD,RGN24NM,RGN24NMW,CTRY24CD,CTRY24NM,CTRY24NMW,ObjectId";
const HALE = 'E1,"Ditton, Hale Village",,D1,Halton,,D1,Halton,,R1,North West,,K1,England,Lloegr,1';
const BACUP = "E2,Bacup,,D2,Rossendale,,T2,Lancashire,,R1,North West,,K1,England,Lloegr,2";
const CANTON = "W1,Canton,Treganna,D3,Cardiff,Caerdydd,D3,Cardiff,Caerdydd,,,,K2,Wales,Cymru,3";

function read(...lines: string[]): Promise<LookupReading> {
  return readLookup(Readable.from([Buffer.from(lines.join("\r\n"))]));
}

async function faults(...rows: string[]): Promise<string[]> {
  const reading = await read(HEADING, HALE, ...rows);
  if (reading.outcome !== "faults") throw new Error(`The file was ${reading.outcome}`);
  return reading.faults.map(({ line, message }) => `${line}: ${message}`);
}

describe("a look-up", () => {
  test("nests country, region, county, district and ward, and leaves out what a row does not have", async () => {
    const reading = await read(`\uFEFF${HEADING}`, HALE, BACUP, CANTON, "");
    if (reading.outcome !== "read") throw new Error(reading.outcome);
    expect(reading.rows).toBe(3);
    const parents = Object.fromEntries(
      reading.neighbourhoods.map(({ code, unit, parentCode }) => [`${unit} ${code}`, parentCode]),
    );
    expect(parents).toEqual({
      "country K1": null,
      "region R1": "K1",
      "district D1": "R1",
      "ward E1": "D1",
      "county T2": "R1",
      "district D2": "T2",
      "ward E2": "D2",
      "country K2": null,
      "district D3": "K2",
      "ward W1": "D3",
    });
  });

  test("keeps quoted commas and Welsh names", async () => {
    const reading = await read(HEADING, HALE, CANTON);
    if (reading.outcome !== "read") throw new Error(reading.outcome);
    const ward = (code: string) => reading.neighbourhoods.find((place) => place.code === code);
    expect(ward("E1")).toMatchObject({ name: "Ditton, Hale Village", welshName: null });
    expect(ward("W1")).toMatchObject({ name: "Canton", welshName: "Treganna" });
  });

  test("of any year is recognised, with columns in any order and without Welsh names", async () => {
    const reading = await read(
      "CTRY31NM,CTRY31CD,RGN31CD,RGN31NM,CTYUA31CD,CTYUA31NM,LAD31CD,LAD31NM,WD31CD,WD31NM",
      "England,K1,R1,North West,D1,Halton,D1,Halton,E1,Hale",
    );
    if (reading.outcome !== "read") throw new Error(reading.outcome);
    expect(reading.neighbourhoods.find((place) => place.code === "E1")).toEqual({
      code: "E1",
      name: "Hale",
      welshName: undefined,
      unit: "ward",
      parentCode: "D1",
    });
  });
});

describe("a malformed row", () => {
  test("is listed with its line, and so is every other one", async () => {
    expect(
      await faults(
        ",No code,,D1,Halton,,D1,Halton,,R1,North West,,K1,England,Lloegr,2",
        "E3,,,D1,Halton,,D1,Halton,,R1,North West,,K1,England,Lloegr,3",
        "E4,Too short,,D1,Halton",
        "E5,No region name,,D1,Halton,,D1,Halton,,R1,,,K1,England,Lloegr,5",
      ),
    ).toEqual([
      "3: the code of the ward is missing",
      "4: the name of the ward is missing",
      "5: holds 5 columns instead of 16",
      "6: the name of the region is missing",
    ]);
  });

  test("that contradicts an earlier one says what and where", async () => {
    expect(
      await faults(
        "E2,Elsewhere,,D1,Halton,,D1,Halton,,R9,North East,,K1,England,Lloegr,2",
        "E3,Renamed,,D1,Halton Borough,,D1,Halton Borough,,R1,North West,,K1,England,Lloegr,3",
        "D1,A ward with a district's code,,D8,Other,,D8,Other,,R1,North West,,K1,England,Lloegr,4",
      ),
    ).toEqual([
      "3: D1 lies in R9 here but in R1 on line 2",
      '4: D1 is called "Halton Borough" here but "Halton" on line 2',
      "5: D1 is a ward here but a district on line 2",
    ]);
  });

  test("with a stray quotation mark or bytes that are not UTF-8 is listed", async () => {
    const broken = Buffer.concat([
      Buffer.from(
        `${HEADING}\n${HALE}\nE2,"Ba"cup,,D2,Rossendale,,T2,Lancashire,,R1,North West,,K1,England,Lloegr,2\nW2,Pen Ll`,
      ),
      Buffer.from([0xf7]),
      Buffer.from("n,,D3,Cardiff,,D3,Cardiff,,,,,K2,Wales,Cymru,3\n"),
    ]);
    const reading = await readLookup(Readable.from([broken]));
    if (reading.outcome !== "faults") throw new Error(reading.outcome);
    expect(reading.faults).toEqual([
      { line: 3, message: "the quotation marks do not match" },
      { line: 4, message: "the name of the ward is not UTF-8" },
    ]);
  });
});

describe("a file that is no look-up", () => {
  test.each([
    ["of other columns", "id,name\n1,x"],
    ["of one kind of code only", "WD24CD,WD24NM\nE1,x"],
    ["that is empty", ""],
    ["with a heading only", HEADING],
  ])("%s is refused in one sentence", async (_, text) => {
    const reading = await readLookup(Readable.from([Buffer.from(text)]));
    if (reading.outcome !== "stranger") throw new Error(reading.outcome);
    expect(reading.sentence).toMatch(/^[A-Z].*\.$/);
  });
});
