import "server-only";
import type { WorldFile } from "@/lib/world/schema";
import { benchLists, type ListRate } from "./lists";

/** What a bulk load and an export took. Seconds are wall time; memory is the highest the process held, in MiB. */
export type WorldRates = Readonly<{
  partners: number;
  loadSeconds: number;
  /** The same file once more, which writes nothing. */
  againSeconds: number;
  exportSeconds: number;
  peakMemory: number;
  lists: readonly ListRate[];
}>;

const WARDS_PER_DISTRICT = 25;
const DISTRICTS = 80;
const TAGS = 30;

/** A machine-written world of the given size: each partner has an address, two service areas and three tags. The same every time. */
export function bigWorld(partners: number): WorldFile {
  const wards = DISTRICTS * WARDS_PER_DISTRICT;
  const ward = (index: number) => `BENCH-W${index % wards}`;
  return {
    users: [{ email: "bench@remit.example", name: "Bench" }],
    neighbourhoods: [
      { code: "BENCH-C", name: "Bench country", unit: "country" },
      ...numbers(DISTRICTS).map((index) => {
        return { code: `BENCH-D${index}`, name: `District ${index}`, unit: "district" as const, parent: "BENCH-C" };
      }),
      ...numbers(wards).map((index) => {
        const parent = `BENCH-D${Math.floor(index / WARDS_PER_DISTRICT)}`;
        return { code: ward(index), name: `Ward ${index}`, unit: "ward" as const, parent };
      }),
    ],
    tags: numbers(TAGS).map((index) => {
      const kind = index % 3 === 0 ? ("partnership" as const) : ("category" as const);
      return { id: `bench-tag-${index}`, kind, name: `Bench tag ${index}` };
    }),
    partners: numbers(partners).map((index) => ({
      id: `bench-${index}`,
      name: `Bench partner ${index}`,
      summary: `What number ${index} does, in a sentence of the length that people write.`,
      publicContact: { email: `hello@bench-${index}.example` },
      address: {
        line1: `${index} Bench Street`,
        city: "Benchton",
        postcode: `BE${1 + (index % 97)} 1NC`,
        neighbourhood: ward(index * 7),
      },
      serviceAreas: [ward(index * 7 + 1), ward(index * 13 + 5)],
      tags: [index, index + 1, index * 3 + 2].map((tag) => `bench-tag-${tag % TAGS}`),
    })),
    roles: [{ user: "bench@remit.example", role: "neighbourhood_admin", neighbourhoods: ["BENCH-D1"] }],
  };
}

/** Loads a big world, loads it again, exports everything, asks for lists, and rolls all of it back. Needs the settings of a database. */
export async function benchWorld(partners = 100_000): Promise<WorldRates> {
  const { writeTransaction } = await import("@/db/client");
  const world = bigWorld(partners);
  const watch = watchMemory();
  const measured: { rates: Omit<WorldRates, "peakMemory"> | null } = { rates: null };
  try {
    await writeTransaction({ actorId: null, requestId: null }, async (tx) => {
      const { loadWorld } = await import("@/lib/world/load");
      const { exportWorld } = await import("@/lib/world/export");
      const loadSeconds = await secondsOf(async () => void (await loadWorld(tx, world)));
      const againSeconds = await secondsOf(async () => void (await loadWorld(tx, world)));
      const exportSeconds = await secondsOf(async () => {
        for await (const piece of exportWorld(tx)) if (piece === "") throw new Error("An export never writes nothing");
      });
      const lists = await benchLists(tx, "bench@remit.example");
      measured.rates = { partners, loadSeconds, againSeconds, exportSeconds, lists };
      throw new Rollback();
    });
  } catch (error) {
    if (!(error instanceof Rollback)) throw error;
  }
  const peakMemory = watch.stop();
  if (measured.rates === null) throw new Error("The world was not measured");
  return { ...measured.rates, peakMemory };
}

class Rollback extends Error {}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** The highest resident memory between now and `stop`, looked at four times a second. */
function watchMemory() {
  let peak = process.memoryUsage.rss();
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 250);
  return {
    stop: () => {
      clearInterval(timer);
      return Math.round(peak / 1024 ** 2);
    },
  };
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
