#pragma once

#include "protocol/bodyreader.h"
#include "protocol/bodywriter.h"
#include "protocol/messages.h"

// How each body is written and read, whatever its notation; codec.cpp picks the notation.
namespace thidua::protocol
{

void write(BodyWriter& out, const EnrolRequest& body);
void write(BodyWriter& out, const EnrolAnswer& body);
void write(BodyWriter& out, const MeAnswer& body);
void write(BodyWriter& out, const PushRequest& body);
void write(BodyWriter& out, const PushAnswer& body);
void write(BodyWriter& out, const PullRequest& body);
void write(BodyWriter& out, const PullAnswer& body);
void write(BodyWriter& out, const HistoryAnswer& body);
void write(BodyWriter& out, const HandoverAnswer& body);

void read(BodyReader& in, EnrolRequest& body);
void read(BodyReader& in, EnrolAnswer& body);
void read(BodyReader& in, MeAnswer& body);
void read(BodyReader& in, PushRequest& body);
void read(BodyReader& in, PushAnswer& body);
void read(BodyReader& in, PullRequest& body);
void read(BodyReader& in, PullAnswer& body);
void read(BodyReader& in, HistoryAnswer& body);
void read(BodyReader& in, HandoverAnswer& body);

} // namespace thidua::protocol
