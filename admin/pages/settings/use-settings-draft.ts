import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';

import type { EditableKey, SettingsDto } from '../../../server/contracts/settings';
import type { ApiError } from '../../api/api-error';
import { useFindSettingsQuery, useSaveSettingsMutation } from '../../api/settings';
import { useStep } from '../../components/use-step';
import { UPDATE_SETTINGS } from '../../permissions';
import { useGranted } from '../../shop/use-granted';
import { useText } from '../../text/use-text';
import {
  bothChanged,
  isChanged,
  NO_CHANGE,
  type SettingsDraft,
  valueIn,
  withReset,
  withValue,
} from './settings-draft';
import type { SettingsForm } from './settings-form';
import { useWrongWords } from './use-wrong-words';

interface Issue {
  path: string;
  message: string;
}

/** The settings as the server has them, with what the editor has changed over them. */
export function useSettingsDraft() {
  const text = useText();
  const { toggleNotification } = useNotification();
  const query = useFindSettingsQuery(undefined, { refetchOnMountOrArgChange: true });
  const [save] = useSaveSettingsMutation();
  const { isBusy, take } = useStep();
  const [draft, setDraft] = useState<SettingsDraft>(NO_CHANGE);
  const [issues, setIssues] = useState<Issue[]>([]);
  const [meanwhile, setMeanwhile] = useState<EditableKey[] | null>(null);
  const isGranted = useGranted();
  const wrongWords = useWrongWords();
  const settings = query.currentData;

  const submit = async () => {
    if (!settings) return;
    const ask = async () => {
      const answer = await save({ version: settings.version, ...draft });
      if ('error' in answer) {
        const refused = answer.error;
        const found = issuesOf(refused);
        setIssues(found);
        if (codeOf(refused) === 'settings_changed') await readAgain(settings);
      }
      return answer;
    };
    const isSaved = await take(ask, text('settings.saved'), (message) => {
      toggleNotification({
        type: 'danger',
        message: text('settings.not-saved', { reason: message }),
      });
    });
    if (!isSaved) return;
    setDraft(NO_CHANGE);
    setIssues([]);
    setMeanwhile(null);
  };

  /** Somebody else was faster: theirs is shown, and what was typed here stays on top of it. */
  const readAgain = async (before: SettingsDto) => {
    const { data: after } = await query.refetch();
    if (after) setMeanwhile(bothChanged(before.fields, after.fields, draft));
  };

  const form: SettingsForm | null = settings
    ? {
        settings,
        draft,
        unsaved: {
          ...draft.set,
          ...Object.fromEntries(draft.reset.map((key) => [key, settings.fields[key].fileValue])),
        },
        canEdit: isGranted(UPDATE_SETTINGS),
        valueOf: (key) => valueIn(settings.fields, draft, key),
        change: (key, value) => {
          setDraft((last) => withValue(settings.fields, last, key, value));
          setIssues((last) => last.filter(({ path }) => !isAt(path, key)));
        },
        goBack: (key) => {
          setDraft((last) => withReset(settings.fields, last, key));
          setIssues((last) => last.filter(({ path }) => !isAt(path, key)));
        },
        errorAt: (at) => {
          const issue = issues.find(({ path }) => isAt(path, at));
          return issue && wrongWords(issue);
        },
      }
    : null;

  return {
    form,
    query,
    isChanged: isChanged(draft),
    isSaving: isBusy,
    issues,
    meanwhile,
    save: submit,
    discard: () => {
      setDraft(NO_CHANGE);
      setIssues([]);
      setMeanwhile(null);
    },
  };
}

const isAt = (path: string, at: string) => path === at || path.startsWith(`${at}.`);

interface Refusal {
  code?: string;
  issues?: Issue[];
}

const detailsOf = (error: ApiError): Refusal =>
  ('details' in error ? (error.details as Refusal | undefined) : undefined) ?? {};

const codeOf = (error: ApiError) => detailsOf(error).code;
const issuesOf = (error: ApiError) => detailsOf(error).issues ?? [];
