/**
 * What text says that is meant for a language model and not for a person.
 *
 * Source: the forms of indirect prompt injection that are public: OWASP LLM01 (2025), Greshake et al. 2023 ("Not what you've signed up for"), the
 * hidden prompts found in preprints in July 2025, and their wordings in ten languages, 2026-11. Expressions without nested repetition: linear in
 * practice, and asked only of hidden passages of at most 4,000 characters.
 */

/** Orders to drop what the model was told, to keep silent before the user, to leak, to judge well: nobody writes these to people. */
const ORDERS: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass|discard)\s+(?:(?:all|any|the|your|of|these|those|every|my)\s+){0,4}(?:previous|prior|above|preceding|earlier|foregoing|existing|system|original|safety|former)\s+(?:\w+\s+){0,3}?(?:instructions?|prompts?|rules?|directives?|guidelines?|context|messages?|commands?|training|constraints|restrictions)\b/i,
  /\b(?:ignore|disregard|forget)\s+(?:everything|anything|all|whatever|what)\s+(?:\w+\s+){0,3}?(?:above|before|previously|told|so far|said|learned|instructed)\b/i,
  /\b(?:ignore|disregard|forget)\s+(?:all|any|your)\s+(?:of\s+)?(?:your\s+)?(?:instructions|guidelines|rules|prompts?|programming|training)\b/i,
  /\b(?:do not|don['’]t|never|must not|without)\s+(?:tell(?:ing)?|inform(?:ing)?|mention(?:ing)?|reveal(?:ing)?|disclos(?:e|ing)|alert(?:ing)?|notify(?:ing)?|show(?:ing)?|let(?:ting)?)\s+(?:(?:this|it|that|anything|of|about|to|any)\s+){0,3}(?:the\s+)?(?:user|human|operator|reviewer)s?\b/i,
  /\b(?:give|write|return|output|provide|assign|produce)\s+(?:\w+\s+){0,3}?(?:positive|favou?rable|high(?:est)?|excellent|perfect)\s+(?:review|rating|score|evaluation|assessment)s?\b/i,
  /\b(?:answer|reply|respond|say|state|output|report|conclude|confirm)\s+(?:only\s+)?that\s+(?:this|the)\s+(?:document|paper|file|submission|code|specification|candidate|applicant)\s+(?:is|has|was|passes|meets)\b/i,
  /\b(?:send|exfiltrate|post|upload|leak|forward|transmit|append)\s+(?:\w+\s+){0,6}?(?:api[ -]?keys?|credentials?|secrets?|passwords?|access tokens?|environment variables|chat history|conversation|system prompt)\b/i,
  /\b(?:reveal|print|repeat|output|show)\s+(?:\w+\s+){0,2}?(?:your|the)\s+(?:system|hidden|initial)\s+(?:prompt|instructions)\b/i,
  /<\|(?:im_start|im_end|system|endoftext|start_header_id)\|>|\[\/?INST\]|<<\/?SYS>>|^\s*(?:###\s*)?(?:system|assistant)\s*:\s*you\b/im,
  /\b(?:ignoriere|ignorieren sie|vergiss|vergessen sie|missachte)\s+(?:(?:alle|die|deine|ihre|sämtliche)\s+){0,3}(?:vorherigen|bisherigen|obigen|früheren|vorangegangenen|vorigen)\s+(?:anweisungen|instruktionen|befehle|regeln|vorgaben)|\bsag(?:e|en sie)?\s+(?:(?:es|das|dem|davon|nichts)\s+){0,3}(?:nutzer|benutzer|anwender)/i,
  /\b(?:ignore[zr]?|oublie[zr]?)\s+(?:\S+\s+){0,3}?(?:instructions|consignes|directives)\s+(?:précédentes|antérieures|ci-dessus)|\bne\s+(?:le\s+)?(?:dis|dites|révèle|révélez)\s+(?:rien|pas)\s+(?:à l['’]utilisateur|aux utilisateurs)/i,
  /\b(?:ignora|ignore|olvida|olvide|descarta)\s+(?:\S+\s+){0,3}?(?:instrucciones|órdenes|indicaciones)\s+(?:anteriores|previas|de arriba)|\bno\s+(?:(?:se lo|le)\s+)?(?:digas|diga|reveles|cuentes)\s+(?:\S+\s+){0,2}?al usuario/i,
  /\b(?:ignore|esqueça|desconsidere)\s+(?:\S+\s+){0,3}?instruções\s+(?:anteriores|prévias|acima)|\bnão\s+(?:conte|diga|revele)\s+(?:\S+\s+){0,2}?ao usuário/i,
  /\b(?:ignora|dimentica)\s+(?:\S+\s+){0,3}?istruzioni\s+(?:precedenti|sopra)|\bnon\s+(?:dire|dirlo|rivelare)\s+(?:\S+\s+){0,2}?all['’]utente|\bnegeer\s+(?:alle\s+)?(?:vorige|eerdere|bovenstaande|voorgaande)\s+(?:instructies|opdrachten)/i,
  /(?:игнорируй|игнорируйте|забудь|забудьте)\s+(?:\S+\s+){0,3}?(?:предыдущие|прошлые|прежние|вышеуказанные)\s+(?:\S+\s+)?(?:инструкции|указания|команды)|не\s+(?:говори|говорите|сообщай|сообщайте|рассказывай)\s+(?:\S+\s+){0,2}?пользовател/i,
  /(?:忽略|无视|忘记|忽視|無視)掉?(?:你|您)?(?:之前|以上|先前|上述|前面|此前|所有)的?(?:所有|全部|一切)?的?(?:指令|指示|说明|提示|命令|規則|规则|内容)|不要(?:告诉|告知|告訴)(?:用户|使用者|用戶)/,
  /(?:これまで|以前|上記|前|今まで)の(?:すべての|全ての|全)?(?:指示|命令|プロンプト|ルール)を(?:すべて|全て)?(?:無視|忘れ)|ユーザーには?(?:言わ|伝え|知らせ|教え)な/,
  /(?:이전의?|위의|앞의|지금까지의)\s?(?:모든\s)?(?:지시|명령|프롬프트|지침)\S{0,3}\s?(?:무시|잊)|사용자에게\s?(?:말하지|알리지)/,
];

/** Words to a model by what it is: alone they may be a note to a coding assistant, which is hidden all the same. */
const ADDRESSES: readonly RegExp[] = [
  /\byou\s+are\s+(?:now\s+)?(?:an?\s+|the\s+)?(?:(?:helpful|honest|powerful|unrestricted|advanced|large)\s+){0,2}(?:AI\b|artificial intelligence|language model|LLM\b|chatbot|AI assistant|assistant\b|ChatGPT|GPT-?\d|Claude\b|Gemini\b|Copilot\b|DAN\b)/i,
  /\b(?:as|if you are|when you are|since you are|because you are)\s+an?\s+(?:AI\b|artificial intelligence|(?:large\s+)?language model|LLM\b|AI assistant|chatbot|automated (?:reviewer|agent))/i,
  /\b(?:attention|note|message|instructions?|warning|hint|hello|dear)\s*[,:]?\s+(?:(?:to|for)\s+)?(?:all\s+|any\s+|the\s+)?(?:AIs\b|LLMs?\b|language models?|AI (?:agents?|assistants?|reviewers?|models?|systems?)|chatbots?)/i,
  /\bdu\s+bist\s+(?:nun\s+|jetzt\s+)?eine?\s+(?:KI\b|Sprachmodell|künstliche Intelligenz|Assistent)|\bals\s+(?:KI|Sprachmodell|künstliche Intelligenz)\b/i,
  /\b(?:tu es|vous êtes)\s+(?:maintenant\s+)?(?:une?\s+)?(?:IA\b|intelligence artificielle|modèle de langage)|\ben tant qu(?:e |['’])(?:IA\b|modèle de langage|intelligence artificielle)/i,
  /\beres\s+(?:ahora\s+)?(?:una?\s+)?(?:IA\b|inteligencia artificial|modelo de lenguaje)|\bcomo\s+(?:un\s+)?modelo de lenguaje\b|\bvocê é\s+(?:agora\s+)?(?:uma?\s+)?(?:IA\b|inteligência artificial|modelo de linguagem)|\bcomo\s+(?:um\s+)?modelo de linguagem\b/i,
  /\bsei\s+(?:ora\s+)?(?:un['’]?|una\s)\s?(?:IA\b|intelligenza artificiale|modello linguistico)|\bje bent\s+(?:nu\s+)?een\s+(?:AI\b|taalmodel)/i,
  /(?:ты|вы)\s+(?:теперь\s+|[—-]\s+|это\s+){0,2}(?:ИИ(?!\p{L})|языковая модель|искусственный интеллект)|как\s+языковая\s+модель/iu,
  /你(?:现在|現在)?是(?:一个|一個)?(?:AI|人工智能|人工智慧|语言模型|語言模型|大模型)|作为(?:一个)?(?:AI|人工智能|语言模型)|あなたは(?:今から)?(?:AI|人工知能|言語モデル)|(?:AI|言語モデル)として|당신은\s?(?:이제\s)?(?:AI|인공지능|언어 ?모델)/,
];

/** How sure it is that a passage is meant for a language model, 0 to 1, and where in it; null where it is not. */
export function addressesModel(text: string): { readonly confidence: number; readonly at: number } | null {
  for (const pattern of ORDERS) {
    const at = text.search(pattern);
    if (at >= 0) return { confidence: 0.95, at };
  }
  for (const pattern of ADDRESSES) {
    const at = text.search(pattern);
    if (at >= 0) return { confidence: 0.75, at };
  }
  return null;
}

/** Words by which a text is about such attacks: what it shows in code is then an example. */
export const ABOUT_ATTACKS =
  /prompt[- ]injection|jailbreak|trojan[- ]source|cve-2021-42574|zero[- ]width|bidirectional (?:override|control|text)|bidi\b|homoglyph|invisible (?:unicode|character|text)|unicode tag|tag characters|steganograph|hidden (?:text|instruction|prompt)|variation selector/i;
