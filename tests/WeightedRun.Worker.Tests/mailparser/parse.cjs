// One mail on standard input, what it says as JSON on standard output.
const { simpleParser } = require('mailparser');

simpleParser(process.stdin).then((mail) => {
  const list = mail.headers.get('list') || {};
  console.log(JSON.stringify({
    subject: mail.subject,
    from: mail.from.text,
    to: mail.to.text,
    message_id: mail.messageId,
    date: mail.date,
    text: mail.text,
    html: mail.html,
    attachments: mail.attachments.length,
    auto_submitted: mail.headers.get('auto-submitted'),
    list_id: list.id,
    list_unsubscribe: list.unsubscribe,
    list_unsubscribe_post: list['unsubscribe-post'] || mail.headers.get('list-unsubscribe-post'),
    header_lines: mail.headerLines.map((header) => header.key),
  }));
});
