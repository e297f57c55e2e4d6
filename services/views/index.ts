import type { Handlers } from '../runtime/services.ts';
import { chooseDefault, removeView, renameView, savedViews, saveView } from './store.ts';

export const viewsHandlers: Handlers<'views/list' | 'views/save' | 'views/rename' | 'views/delete' | 'views/default'> = {
  'views/list': (_input, { session }) => savedViews(session.book().read),
  'views/save': (input, context) => saveView(input, context),
  'views/rename': ({ id, name }, context) => renameView(id, name, context),
  'views/delete': ({ id }, context) => removeView(id, context),
  'views/default': ({ id }, context) => chooseDefault(id, context),
};
