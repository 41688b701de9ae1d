import { beforeAll, expect, test, vi } from "vitest";
import { deletePartnerAction } from "@/lib/places/partners/actions";
import { editingWorld } from "@/lib/testing/editing-world";
import { act, meanwhile } from "@/lib/testing/partner-acts";
import { emailOf } from "@/lib/testing/people-acts";
import { inRequest } from "@/lib/testing/request";
import { countOfRequest, forgetReads } from "@/lib/testing/request-reads";
import { loadForTest } from "@/lib/testing/statements";
import PortalLayout from "../../../layout";
import DeletedPartnersPage from "./page";

vi.mock("react", async (original) => {
  const { keepingReads } = await import("@/lib/testing/request-reads");
  return keepingReads(await original<typeof import("react")>());
});

beforeAll(async () => {
  await loadForTest(editingWorld, { reset: true });
  await act("root", deletePartnerAction, { partnerId: "garden", version: 1 });
});

const visit = () =>
  Promise.all([PortalLayout({ children: null }), DeletedPartnersPage({ searchParams: Promise.resolve({}) })]);

test("a request for the deleted partners takes at most 8 statements, and as many when there are over a hundred", async () => {
  const few = await countOfRequest(emailOf("root"), visit);
  await meanwhile(`insert into partner_deletions (id, partner_id, name, snapshot, deleted_by, deleted_at)
    select gen_random_uuid(), gen_random_uuid(), name || number, snapshot, deleted_by, now()
    from partner_deletions, generate_series(1, 120) number`);
  expect(few).toBeLessThanOrEqual(8);
  expect(await countOfRequest(emailOf("root"), visit)).toBe(few);
});

test("asked for without a session it leaves for sign-in", async () => {
  forgetReads();
  expect((await inRequest({}, visit)).redirectedTo).toMatch(/^\/sign-in/);
});
