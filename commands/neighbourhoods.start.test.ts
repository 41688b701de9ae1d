import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommand } from "@/lib/testing/run-command";

const HEADING = "WD24CD,WD24NM,WD24NMW,LAD24CD,LAD24NM,CTYUA24CD,CTYUA24NM,RGN24CD,RGN24NM,CTRY24CD,CTRY24NM";
const BACUP = "E2,Bacup,,D2,Rossendale,T2,Lancashire,R1,North West,K1,England";
const CANTON = "W1,Canton,Treganna,D3,Cardiff,D3,Cardiff,,,K2,Wales";
const NAMELESS = "E3,,,D2,Rossendale,T2,Lancashire,R1,North West,K1,England";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "remit-neighbourhoods-"));
  await chmod(folder, 0o711);
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function importLines(name: string, ...rows: string[]) {
  const file = join(folder, name);
  await writeFile(file, [HEADING, ...rows].join("\n"));
  return run("neighbourhoods", `import ${file}`);
}

function run(command: string, text: string) {
  return runCommand(`${command} ${text}`, { DATA_DIR: join(folder, "data") });
}

async function codes(): Promise<string[]> {
  const file = join(folder, "exported.json");
  await run("world", `export ${file}`);
  const exported: { neighbourhoods: { code: string }[] } = JSON.parse(await readFile(file, "utf8"));
  return exported.neighbourhoods.map(({ code }) => code);
}

test("malformed rows are listed by line number, nothing is written, and the exit status is 1", async () => {
  const refused = await importLines("malformed.csv", BACUP, NAMELESS, CANTON, `"x"y,${CANTON}`, NAMELESS);
  const lines = refused.stderr.split("\n").filter((line) => line.startsWith("line "));
  expect(lines.map((line) => line.replace(/:.*/, ""))).toEqual(["line 3", "line 5", "line 6"]);
  expect(lines[0]).toBe("line 3: the name of the ward is missing");
  expect(refused.stderr).toContain("3 lines are malformed. Nothing was written.");
  expect(refused).toMatchObject({ exitCode: 1, stdout: "" });
  expect(await codes()).toEqual([]);
});

test("a look-up is imported, again it changes nothing, and a later one says what it renames and keeps", async () => {
  const first = await importLines("2024.csv", BACUP, CANTON);
  expect(first.stdout).toMatch(/^Imported .*2024\.csv: 2 wards; 8 places new, 0 changed, 0 as before\.$/m);
  expect(first.exitCode).toBe(0);
  expect(await codes()).toEqual(["D2", "D3", "E2", "K1", "K2", "R1", "T2", "W1"]);
  expect((await importLines("2024.csv", BACUP, CANTON)).stdout).toMatch(
    /^Nothing changed: all 8 places of .* are as the file says\.$/m,
  );
  const later = await importLines("2025.csv", BACUP.replace("Bacup", "Greater Bacup"));
  expect(later.stdout).toContain('1 renamed:\n  E2 Greater Bacup: "Bacup" → "Greater Bacup"');
  expect(later.stdout).toContain("3 not in the file, and kept:\n");
});

test.each([
  ["no file", "import", "Use: npm run neighbourhoods"],
  ["an unknown verb", "swallow x.csv", "Use: npm run neighbourhoods"],
  ["a file that is not there", "import /nowhere/missing.csv", "cannot be read"],
])("%s is refused in one sentence with exit status 1", async (_, text, sentence) => {
  const { exitCode, stderr } = await run("neighbourhoods", text);
  expect(stderr.trimEnd().split("\n")).toEqual([expect.stringContaining(sentence)]);
  expect(exitCode).toBe(1);
});
