import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { readTransaction } from "@/db/client";
import { type PartnerSnapshot, partnerSnapshotSchema } from "./schemas";

async function namesOf(query: string): Promise<string[]> {
  const rows = await readTransaction((tx) => tx.execute<{ name: string }>(sql.raw(query)));
  return rows.map(({ name }) => name);
}

/** A column as the snapshot calls it: `created_at` → `createdAt`. */
function camel(column: string): string {
  return column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

async function columnsOf(table: string): Promise<string[]> {
  const query = `select column_name as name from information_schema.columns where table_schema = 'public' and table_name = '${table}'`;
  return (await namesOf(query)).map(camel);
}

describe("the snapshot of a deleted partner", () => {
  const { shape } = partnerSnapshotSchema;

  it("holds every column of the partner that is not computed, so that a new one is not lost in silence", async () => {
    const computed = ["placeIds", "scopeIds", "tagIds", "partnershipIds", "updatedAt"];
    const kept = (await columnsOf("partners")).filter((name) => !computed.includes(name));
    expect(Object.keys(shape.partner.shape).toSorted()).toEqual(kept.toSorted());
  });

  it("holds every column of its calendars, and the name of each one's default place", async () => {
    const kept = (await columnsOf("calendars")).filter((name) => !["partnerId", "updatedAt"].includes(name));
    expect(Object.keys(shape.calendars.def.element.shape).toSorted()).toEqual([...kept, "placeName"].toSorted());
  });

  it("knows every table that hangs on a partner", async () => {
    const held: Readonly<Record<string, keyof PartnerSnapshot>> = {
      calendars: "calendars",
      partner_addresses: "address",
      partner_hidings: "hidings",
      partner_images: "image",
      partner_opening_hours: "openingHours",
      partner_service_areas: "serviceAreas",
      partner_tags: "tags",
      role_grants: "admins",
    };
    const hanging = await namesOf(
      "select distinct conrelid::regclass::text as name from pg_constraint where contype = 'f' and confrelid = 'partners'::regclass and confdeltype = 'c' order by 1",
    );
    expect(hanging).toEqual(Object.keys(held));
    for (const part of Object.values(held)) expect(Object.keys(shape)).toContain(part);
  });

  it("is not read where its format is another one", () => {
    const read = partnerSnapshotSchema.safeParse({ format: 3 });
    expect(read.error?.issues.some(({ path }) => path[0] === "format")).toBe(true);
  });
});
