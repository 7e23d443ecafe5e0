import * as vscode from 'vscode';
import { CODE_ACTION_METADATA, CodeActionProvider } from './code-actions';
import { CompletionProvider, TRIGGER_CHARACTERS } from './completion';
import { lazyCore } from './core';
import { DiagnosticsController } from './diagnostics';
import { HoverProvider } from './hover';
import { Languages } from './languages';
import { RecordsContext } from './records-context';
import { registerRuleDocumentation } from './rule-documentation';
import { registerSettingCommands } from './setting-commands';
import { registerStateMap } from './state-map';
import { suggestWhileTyping } from './suggest-while-typing';
import { Translations } from './translations';

/** Registers and returns; parsers are loaded when a document first needs one. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('ECS States', { log: true });
  const translations = new Translations(context);
  const languages = new Languages(context);
  const core = lazyCore(log, translations, languages, context.subscriptions);
  context.subscriptions.push(
    log,
    translations,
    languages.register((selector) => [
      vscode.languages.registerHoverProvider(selector, new HoverProvider(core)),
      vscode.languages.registerCompletionItemProvider(
        selector,
        new CompletionProvider(core),
        ...TRIGGER_CHARACTERS,
      ),
      vscode.languages.registerCodeActionsProvider(
        selector,
        new CodeActionProvider(core),
        CODE_ACTION_METADATA,
      ),
    ]),
    new DiagnosticsController(core, languages, translations.onDidChange),
    suggestWhileTyping(core, languages),
    registerRuleDocumentation(context),
    ...registerSettingCommands(),
    new RecordsContext(core, languages),
    ...registerStateMap(context, core, languages, translations),
  );
}
