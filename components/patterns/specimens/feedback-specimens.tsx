import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Spinner } from "@/components/ui/spinner";
import { TextLink } from "@/components/ui/text-link";
import { Banner } from "../banner";
import { Toast } from "../toast";
import { Specimen } from "./specimen";

/** Badges, spinners, a toast, banners and a card. */
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
      <Specimen name="Toast">
        <TextLink href="/design?notice=done">Say that something was done</TextLink>
        <Toast tone="success" message="Something was done." />
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
      <Card id="card-specimen" title="Opening hours" state={<Badge tone="warning">Missing</Badge>} heading="h3">
        <p>What holds one subject of a page, with what is worth knowing of it at a glance.</p>
      </Card>
    </div>
  );
}
