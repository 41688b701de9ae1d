import "server-only";
import { PageTitle } from "@/components/patterns/page-title";
import { PeopleTopics } from "@/components/places/help/people-topics";
import { RecordTopics } from "@/components/places/help/record-topics";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { TextLink } from "@/components/ui/text-link";
import { requireActor } from "@/lib/permissions/actor";

/** The topics, by the ids of their headings. */
const topics = [
  ["roles", "Who may do what"],
  ["why", "Why can I see this?"],
  ["confirmations", "When the portal asks first"],
  ["partners", "Partners and their places"],
  ["calendars", "Calendars and events"],
  ["sites", "Sites"],
] as const;

/** How the wing of places works, in plain words, for everybody who is signed in. */
export default definePage(async function PlacesHelpPage() {
  await requireActor();
  return (
    <PageBody>
      <PageTitle title="Help with places">
        <p className="max-w-prose text-ink-muted">How the portal works for those who look after places and partners.</p>
      </PageTitle>
      <nav aria-label="Topics" className="mb-6">
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {topics.map(([id, title]) => (
            <li key={id}>
              <TextLink href={`#${id}`}>{title}</TextLink>
            </li>
          ))}
        </ul>
      </nav>
      <div className="grid gap-4">
        <PeopleTopics />
        <RecordTopics />
      </div>
    </PageBody>
  );
});
