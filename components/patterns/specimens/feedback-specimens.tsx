import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { Banner } from "../banner";
import { Specimen } from "./specimen";

/** Badges, banners and spinners. */
export function FeedbackSpecimens() {
  return (
    <div className="grid gap-6">
      <Specimen name="Badges">
        <Badge>Partnership</Badge>
        <Badge tone="accent">Active</Badge>
        <Badge tone="info">Invited</Badge>
        <Badge tone="success">Published</Badge>
        <Badge tone="warning">Hidden</Badge>
        <Badge tone="danger">Failing</Badge>
      </Specimen>
      <Specimen name="Waiting">
        <Spinner />
        <span className="inline-flex items-center gap-2 text-ink-muted">
          <Spinner /> Looking for places…
        </span>
      </Specimen>
      <div className="grid gap-3 md:grid-cols-2">
        <Banner tone="info" title="You see this as a partnership admin">
          <p>Partners outside Green Neighbours are not listed.</p>
        </Banner>
        <Banner tone="success" title="Saved" />
        <Banner
          tone="warning"
          title="Hidden from the public since 3 Mar 2026"
          actions={<Button size="sm">Show again</Button>}
        >
          <p>“Closed while the roof is mended.” Its admins and those who look after Hulme still see it.</p>
        </Banner>
        <Banner tone="danger" title="The calendar could not be read">
          <p>The last three tries failed. The address may have changed.</p>
        </Banner>
      </div>
    </div>
  );
}
