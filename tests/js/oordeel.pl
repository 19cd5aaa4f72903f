# Judge documents with JSON::Validator, as it comes: one line in, one line out.
#
# In: {"soort": "dossier", "document": "{...}"}. Out: true or false.
# Usage: perl oordeel.pl FOLDER_WITH_SCHEMAS
use strict;
use warnings;
use JSON::Validator;
use Mojo::File qw(path);
use Mojo::JSON qw(decode_json);

my %schemas;
while (my $regel = <STDIN>) {
  my $vraag = decode_json($regel);
  my $soort = $vraag->{soort};
  $schemas{$soort} //= do {
    my $inhoud = decode_json(path($ARGV[0], "$soort.schema.json")->slurp);
    JSON::Validator->new->schema($inhoud)->schema;
  };
  my $document = Mojo::JSON::from_json($vraag->{document});
  print $schemas{$soort}->validate($document) ? "false\n" : "true\n";
}
