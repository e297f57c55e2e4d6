import { Checkbox, TextInput } from '@mantine/core';
import type { Contact } from '../../../../domain/parties/party.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/parties.json';

const GETS = ['invoice', 'certificate', 'reminder', 'dispute'] as const;

/** One recipient and what the messages that Tallybook prepares are addressed to them for. */
export function ContactRow({ contact, onChange }: { contact: Contact; onChange: (part: Partial<Contact>) => void }) {
  const t = useWords<typeof words>('parties');
  return (
    <>
      <div className="party-pair">
        <TextInput
          size="xs"
          label={t('contact.name')}
          value={contact.name}
          maxLength={200}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <TextInput
          size="xs"
          label={t('contact.email')}
          value={contact.email}
          maxLength={254}
          onChange={(event) => onChange({ email: event.currentTarget.value })}
        />
      </div>
      <Checkbox.Group
        size="xs"
        label={t('contact.gets')}
        value={contact.gets}
        onChange={(values) => onChange({ gets: GETS.filter((what) => values.includes(what)) })}
      >
        <div className="party-checks">
          {GETS.map((what) => (
            <Checkbox size="xs" key={what} value={what} label={t(`contact.for.${what}`)} />
          ))}
        </div>
      </Checkbox.Group>
    </>
  );
}
