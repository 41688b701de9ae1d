import { Readable } from "node:stream";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { onStatement, readTransaction, writeTransaction } from "@/db/client";
import { loadWorld } from "@/lib/world/load";
import { DirectoryError, importPostcodes, type PostcodeImport } from "./import";
import { isDirectoryHeading } from "./import-directory";
import { lookUpPostcode } from "./queries";

const SETTINGS = { actorId: null, requestId: null };
const ONSPD = "\uFEFFpcd,pcd2,PCDS,dointr,doterm,oscty,osLAUA,osWARD";
const NOTHING: PostcodeImport = { created: 0, moved: 0, unchanged: 0, terminated: 0, inDistrict: 0, placeless: 0 };

function importText(text: string): Promise<PostcodeImport> {
  return writeTransaction(SETTINGS, (tx) => importPostcodes(tx, Readable.from([Buffer.from(text)])));
}

/** A line of the directory. */
function line(postcode: string, ward: string, district = "D1", doterm = ""): string {
  return `"${postcode.replace(" ", "")}","${postcode}","${postcode}",198001,${doterm},E99999999,${district},${ward}`;
}

const importLines = (...lines: readonly string[]) => importText([ONSPD, ...lines].join("\r\n"));
const lookUp = (text: string) => readTransaction((tx) => lookUpPostcode(tx, text));

async function snapshot() {
  return readTransaction(async (tx) => [
    ...(await tx.execute(sql`select * from postcodes order by postcode`)),
    ...(await tx.execute(sql`select * from audit_events order by id`)),
  ]);
}

beforeAll(async () => {
  await writeTransaction(SETTINGS, (tx) =>
    loadWorld(tx, {
      neighbourhoods: [
        { code: "D1", name: "District", unit: "district" },
        { code: "W1", name: "Ward one", unit: "ward", parent: "D1" },
        { code: "W2", name: "Ward two", unit: "ward", parent: "D1" },
      ],
    }),
  );
});

describe("a postcode directory", () => {
  test("gives each postcode its ward, else its district, and leaves out what is not in use or lies nowhere", async () => {
    const counts = await importLines(
      line("AA1 1AA", "W1"),
      line("AA1 1AB", "W9"),
      line("AA1 1AC", "W9", "D9"),
      line("AA1 1AD", "W1", "D1", "201905"),
      line("AA1 1AE", "", ""),
    );
    expect(counts).toEqual({ ...NOTHING, created: 2, terminated: 1, inDistrict: 1, placeless: 2 });
    expect(await lookUp(" aa11aa ")).toEqual({ code: "W1", name: "Ward one" });
    expect(await lookUp("AA1 1AB")).toEqual({ code: "D1", name: "District" });
    for (const unknown of ["AA1 1AC", "AA1 1AD", "AA1 1AE", "", "no postcode at all", "\u0000"])
      expect(await lookUp(unknown), unknown).toBeNull();
    const [event] = await readTransaction((tx) =>
      tx.execute(sql`select actor_label, after from audit_events where action = 'postcode.import'`),
    );
    expect(event).toEqual({ actor_label: "postcode import", after: counts });
  });

  test("again changes not a row and leaves no audit event", async () => {
    await importLines(line("AB1 1AA", "W1"), line("AB1 1AB", "W2"));
    const before = await snapshot();
    expect(await importLines(line("AB1 1AA", "W1"), line("AB1 1AB", "W2"))).toEqual({ ...NOTHING, unchanged: 2 });
    expect(await snapshot()).toEqual(before);
  });

  test("of a later year moves what lies elsewhere now, and keeps what it does not name", async () => {
    await importLines(line("AC1 1AA", "W1"), line("AC1 1AB", "W1"));
    expect(await importLines(line("AC1 1AA", "W2"))).toEqual({ ...NOTHING, moved: 1 });
    expect(await lookUp("AC1 1AA")).toMatchObject({ code: "W2" });
    expect(await lookUp("AC1 1AB")).toMatchObject({ code: "W1" });
  });

  test("with malformed lines is refused with each of them by number, and nothing is written", async () => {
    const before = await snapshot();
    const attempt = importLines(
      line("AD1 1AA", "W1"),
      "AD1 1AB,W1",
      line("what?", "W1"),
      line("AD1 1AA", "W2"),
      line("AD1 1AC", "W 1"),
      line("", "W1"),
    );
    await expect(attempt).rejects.toThrow(DirectoryError);
    await expect(attempt).rejects.toThrow("5 lines are malformed. Nothing was written.");
    await expect(attempt).rejects.toMatchObject({
      faults: [
        { line: 3, message: "holds 2 columns instead of 8" },
        { line: 4, message: '"what?" is not a postcode' },
        { line: 5, message: "AD1 1AA stands on line 2 already" },
        { line: 6, message: '"W 1" is not the code of a place' },
        { line: 7, message: "the postcode is missing" },
      ],
    });
    expect(await snapshot()).toEqual(before);
  });

  test.each([
    ["ONSPD", ONSPD, true],
    ["NSPL", "pcd,pcd2,pcds,dointr,doterm,usertype,oseast1m,osnrth1m,osgrdind,oa11,cty,ced,laua,ward", true],
    ["one that names its year", "pcd7,pcd8,pcds,dointr,doterm,cty25cd,lad25cd,wd25cd", true],
    ["one with quoted titles", '"PCD","WARD"', true],
    ["the look-up of wards", "\uFEFFWD24CD,WD24NM,LAD24CD,LAD24NM", false],
    ["an empty file", "", false],
  ])("is told by its heading: %s", (_, heading, is) => {
    expect(isDirectoryHeading(heading)).toBe(is);
  });

  test("is written in one statement for thousands of postcodes", async () => {
    let count = 0;
    onStatement(() => {
      count += 1;
    });
    const lines = Array.from({ length: 12_000 }, (_, index) => {
      const tail = `${String.fromCharCode(65 + (index % 26))}${String.fromCharCode(65 + (Math.floor(index / 26) % 26))}`;
      return line(`ZZ${Math.floor(index / 6_760)} ${Math.floor(index / 676) % 10}${tail}`, "W1");
    });
    const { created } = await importLines(...lines);
    onStatement(null);
    expect(created).toBe(12_000);
    expect(count).toBeLessThan(10);
  });
});
