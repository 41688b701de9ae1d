import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { readTransaction, writeTransaction } from "@/db/client";
import { loadWorld } from "@/lib/world/load";
import { demoWorld } from "../world";
import { tellCalendarStory } from "./calendar-story";

const rows = (text: string) => readTransaction((tx) => tx.execute(sql.raw(text)));

beforeAll(async () => {
  await writeTransaction({ actorId: null, requestId: null }, async (tx) => {
    await loadWorld(tx, demoWorld());
    await tellCalendarStory(tx);
  });
});

test("the demo's calendars are well, in error, out of reach for two days, outdated, never imported and without a source", async () => {
  const [counts] = await rows(`select
      count(*) filter (where state = 'idle' and succeeded_at > now() - interval '1 hour')::int > 5 as well,
      count(*) filter (where state = 'error' and failure is not null and failing_since is not null)::int as failed,
      count(*) filter (where state = 'unreachable' and failing_since < now() - interval '47 hours')::int as unreachable,
      count(*) filter (where state = 'idle' and succeeded_at < now() - interval '7 days')::int as outdated,
      count(*) filter (where succeeded_at is null and url is not null)::int as never,
      count(*) filter (where jsonb_array_length(notices) > 0)::int as noticed,
      count(*) filter (where url is null)::int as without
    from calendar_imports join calendars c on c.id = calendar_id`);
  expect(counts).toEqual({ well: true, failed: 1, unreachable: 1, outdated: 1, never: 1, noticed: 1, without: 2 });
});

test("no calendar of the demo is due: its sources do not exist, and the story stays as it was told", async () => {
  expect(
    await rows("select 1 from calendar_imports where next_at is null or next_at < now() + interval '300 days'"),
  ).toEqual([]);
});

test("the demo has events behind it and for a year to come, one hidden with a reason and one withdrawn", async () => {
  const [counts] = await rows(`select
      count(*) filter (where ends_at < now())::int > 50 as past,
      count(*) filter (where starts_at > now())::int > 500 as coming,
      count(*) filter (where starts_at > now() + interval '330 days')::int > 0 as far,
      count(*) filter (where withdrawn_at is not null)::int as withdrawn,
      (select count(*)::int from event_hidings h join events hidden on hidden.id = h.event_id
        where hidden.starts_at > now() and h.hidden_by is not null) as hidden
    from events`);
  expect(counts).toEqual({ past: true, coming: true, far: true, withdrawn: 1, hidden: 1 });
});

test("an event keeps its hour in London when the clocks change", async () => {
  expect(
    await rows(
      "select distinct to_char(starts_at at time zone 'Europe/London', 'HH24:MI') as at from events where title = 'Lunch club'",
    ),
  ).toEqual([{ at: "11:30" }]);
});
