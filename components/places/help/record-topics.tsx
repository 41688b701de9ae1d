import { HelpPoints, HelpTopic } from "./help-topic";

/** Help with the records of the wing: partners, tags, calendars, events and sites. */
export function RecordTopics() {
  return (
    <>
      <PartnersTopic />
      <CalendarsTopic />
      <SitesTopic />
    </>
  );
}

function PartnersTopic() {
  return (
    <HelpTopic id="partners" title="Partners and their places">
      <p>
        A partner needs an address or a service area. You may add neighbourhoods inside your own area; one outside it
        stays as it is, and whoever looks after it can change it. Places, tags and admins that you cannot see survive
        every save.
      </p>
      <HelpPoints
        points={[
          ["Hiding", "takes a partner off the public pages, with a reason. Its admins still see it, and the reason."],
          [
            "Deleting",
            "is open to area admins only where every place of the partner lies in their area. Calendars and events go with it. Root can bring it back within 30 days.",
          ],
          ["Categories and facilities", "sort partners. A partner has at most three categories."],
          [
            "Partnership tags",
            "say which partnership a partner belongs to. Only root and that partnership’s admins put them on; a partner’s own admins may take them off.",
          ],
        ]}
      />
    </HelpTopic>
  );
}

function CalendarsTopic() {
  return (
    <HelpTopic id="calendars" title="Calendars and events">
      <p>
        A calendar belongs to the partner that organises it. Paste the address under which its iCalendar file is
        published: most calendar services call it “public address in iCal format”. Look at the preview before you save:
        it shows the first events, where they would take place, and what could not be read.
      </p>
      <HelpPoints
        points={[
          ["Up to date", "the portal looks every hour, and takes over what has changed."],
          ["Waiting or being read", "an import is on its way. Come back in a minute."],
          ["Failing", "the source answered, but not with a calendar that can be read. Its page says what to do."],
          [
            "Out of reach",
            "the source did not answer. The portal tries again by itself, and writes once to the partner’s admins.",
          ],
        ]}
      />
      <p>
        Events that are already here stay while a calendar fails. One that its source drops is withdrawn. Area admins
        may hide a single event, with a reason that the partner’s admins can read.
      </p>
    </HelpTopic>
  );
}

function SitesTopic() {
  return (
    <HelpTopic id="sites" title="Sites">
      <p>
        A site is a public page for an area. It shows the partners in its neighbourhoods that carry one of its
        partnership tags, if it has any, and their coming events; never a hidden partner or event. Root sets its
        address, its neighbourhoods, its tags and its admins. Site admins write everything else and publish it.
      </p>
    </HelpTopic>
  );
}
