import "server-only";
import { PageTitle } from "@/components/patterns/page-title";
import { Toast } from "@/components/patterns/toast";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage } from "@/components/shell/refusal-page";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { env, isDevelopment } from "@/env";
import { requireActor } from "@/lib/permissions/actor";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const path = "/design/frame";

const longCrumb = { label: "A step whose name is so long that it cannot be shown in full anywhere at all", href: path };

const states = [
  ["A page that fails", "?state=fault"],
  ["A part of a page that fails", "?state=part"],
  ["Something was done", "?notice=done&state=done"],
  ["Something was done that can be undone", "?notice=undo"],
] as const;

/** The states of the frame that no ordinary page shows at will; in development and tests only. */
export default definePage(async function FrameStatesPage({ searchParams }: Props) {
  await requireActor();
  const served = isDevelopment() || env.designPages;
  const { state, notice } = await searchParams;
  if (!served) return <MissingPage />;
  if (state === "fault") throw new Error("A page failed on purpose.");
  return (
    <PageBody crumbs={[{ label: "Design", href: "/design" }, longCrumb]}>
      <PageTitle title="States of the frame" />
      <ul className="grid gap-2">
        {states.map(([label, search]) => (
          <li key={search}>
            <TextLink href={`${path}${search}`}>{label}</TextLink>
          </li>
        ))}
      </ul>
      {state === "part" && <BrokenPart />}
      {notice === "done" && <Toast tone="success" message="Something was done." />}
      {notice === "undo" && (
        <Toast tone="warning" message="Something was done that somebody may wish to take back.">
          <Button size="sm">Undo</Button>
        </Toast>
      )}
    </PageBody>
  );
});

function BrokenPart(): never {
  throw new Error("A part of a page failed on purpose.");
}
